package dev.ticketing.tickets.file;

import java.io.IOException;
import java.util.Set;
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

    private static void require(COSStream stream) {
        var pixels = (long) stream.getInt(COSName.WIDTH, 0) * stream.getInt(COSName.HEIGHT, 0);
        if (pixels > MOST_PIXELS) {
            throw new RefusedFile("A picture in the PDF has more than 9 million pixels.");
        }
    }
}
