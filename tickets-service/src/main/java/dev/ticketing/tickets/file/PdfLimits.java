package dev.ticketing.tickets.file;

import java.io.IOException;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a page of a ticket needs, before anything of it is decoded. */
final class PdfLimits {

    /** Keys of a page (ISO 32000-1, table 30). */
    static final Set<COSName> KEPT = Set.of(
            COSName.TYPE,
            COSName.PARENT,
            COSName.RESOURCES,
            COSName.CONTENTS,
            COSName.MEDIA_BOX,
            COSName.CROP_BOX,
            COSName.ROTATE,
            COSName.GROUP);

    private static final int LONGEST_SIDE_POINTS = 3_000;
    private static final long MOST_PIXELS = 9_000_000;

    private PdfLimits() {}

    static void require(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            var box = page.getCropBox();
            if (box.getWidth() > LONGEST_SIDE_POINTS || box.getHeight() > LONGEST_SIDE_POINTS) {
                throw new RefusedFile("A page of the PDF is larger than 1 metre.");
            }
        }
        for (var object : document.getDocument().getXrefTable().keySet()) {
            if (document.getDocument().getObjectFromPool(object).getObject() instanceof COSStream stream) {
                require(stream);
            }
        }
    }

    /** The size that its dictionary claims, and that of the data, which a decoder believes. */
    private static void require(COSStream stream) throws IOException {
        requireModest(stream.getInt(COSName.WIDTH, 0), stream.getInt(COSName.HEIGHT, 0));
        if (stream.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSDictionary fax) {
            requireModest(fax.getInt(COSName.COLUMNS, 0), fax.getInt(COSName.ROWS, 0));
        }
        var filters = String.valueOf(stream.getFilters()); // a name, or several
        if (filters.contains("DCT")) {
            requireModestJpeg(stream, filters.contains("{Fl"));
        }
    }

    private static void requireModestJpeg(COSStream stream, boolean isDeflated) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var raw = stream.createRawInputStream();
                var plain = isDeflated ? new InflaterInputStream(raw) : raw;
                var input = new MemoryCacheImageInputStream(plain)) {
            reader.setInput(input, true);
            requireModest(reader.getWidth(0), reader.getHeight(0));
        } finally {
            reader.dispose();
        }
    }

    static void requireModest(int width, int height) {
        if (!isModest(width, height)) {
            throw new RefusedFile("A picture in the PDF has more than 9 million pixels.");
        }
    }

    static boolean isModest(int width, int height) {
        return (long) width * height <= MOST_PIXELS;
    }
}
