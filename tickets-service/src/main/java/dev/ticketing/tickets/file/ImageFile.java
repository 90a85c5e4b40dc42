package dev.ticketing.tickets.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import org.springframework.http.MediaType;

/** Pictures are decoded and encoded again, which leaves their pixels and nothing else. */
final class ImageFile {

    private static final long MOST_PIXELS = 25_000_000;
    private static final int LONGEST_SIDE = 2_400;

    private ImageFile() {}

    static TicketFile read(byte[] given, String format, MediaType type) {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(given))) {
            reader.setInput(input);
            var image = upright(reader, decoded(reader));
            var clean = new ByteArrayOutputStream();
            ImageIO.write(image, format, clean);
            return new TicketFile(type, clean.toByteArray(), BarcodeScanner.scan(image));
        } catch (RefusedFile e) {
            throw e;
        } catch (IOException | RuntimeException e) { // decoders throw what they like at broken pictures
            throw new RefusedFile("The picture cannot be read.", e);
        } finally {
            reader.dispose();
        }
    }

    /** Of a large picture only every second or third pixel is decoded, after a look at its size. */
    private static BufferedImage decoded(ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new RefusedFile("The picture has more than 25 million pixels.");
        }
        var every = Math.ceilDiv(Math.max(width, height), LONGEST_SIDE);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, parameters);
    }

    /** Cameras note how they were held, and the note is not kept. */
    private static BufferedImage upright(ImageReader reader, BufferedImage image) {
        try {
            var orientation = ExifUtils.getExifOrientation(reader, 0);
            return orientation == null
                    ? image
                    : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
        } catch (IOException | IllegalArgumentException e) {
            return image; // no photo, or its notes are out of order
        }
    }
}
