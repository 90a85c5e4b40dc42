package dev.ticketing.tickets.file;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Finds the code on a picture. */
final class BarcodeScanner {

    private static final Map<DecodeHintType, ?> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            true,
            DecodeHintType.POSSIBLE_FORMATS,
            Arrays.stream(Barcode.Format.values()).map(Barcode.Format::zxing).toList());

    private BarcodeScanner() {}

    static Optional<Barcode> scan(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            var found = new MultiFormatReader().decode(bitmap, HINTS);
            return Barcode.Format.of(found.getBarcodeFormat()).map(format -> new Barcode(format, found.getText()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
