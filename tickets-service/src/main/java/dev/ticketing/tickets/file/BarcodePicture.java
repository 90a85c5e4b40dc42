package dev.ticketing.tickets.file;

import com.google.zxing.common.BitMatrix;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a code, black on white. */
public final class BarcodePicture {

    static final int WIDTH = 720;
    private static final int WHITE = 0xFFFFFF;

    private BarcodePicture() {}

    public static BufferedImage of(Barcode code) {
        return image(code.drawn(WIDTH));
    }

    public static byte[] png(Barcode code) {
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(of(code), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static BufferedImage image(BitMatrix drawn) {
        var image = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < drawn.getHeight(); y++) {
            for (var x = 0; x < drawn.getWidth(); x++) {
                image.setRGB(x, y, drawn.get(x, y) ? 0 : WHITE);
            }
        }
        return image;
    }
}
