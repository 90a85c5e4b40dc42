package dev.ticketing.tickets.file;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import dev.ticketing.web.input.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The code by which the entrance knows a ticket. */
public record Barcode(Format format, String text) {

    private static final int LONGEST = 1_000;

    /** The formats of tickets, with their usual shapes. */
    public enum Format {
        QR(BarcodeFormat.QR_CODE, 1, 1),
        AZTEC(BarcodeFormat.AZTEC, 1, 1),
        PDF417(BarcodeFormat.PDF_417, 3, 1),
        CODE128(BarcodeFormat.CODE_128, 3, 1),
        EAN13(BarcodeFormat.EAN_13, 3, 1);

        private final BarcodeFormat zxing;
        private final int wide;
        private final int high;

        Format(BarcodeFormat zxing, int wide, int high) {
            this.zxing = zxing;
            this.wide = wide;
            this.high = high;
        }

        public static Optional<Format> named(String name) {
            return Arrays.stream(values())
                    .filter(format -> format.toString().equals(name))
                    .findFirst();
        }

        static Optional<Format> of(BarcodeFormat zxing) {
            return Arrays.stream(values())
                    .filter(format -> format.zxing == zxing)
                    .findFirst();
        }

        static String all() {
            return Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));
        }

        BarcodeFormat zxing() {
            return zxing;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws InvalidInput if the format does not exist, or cannot hold the text */
    public static Barcode of(String format, String text) {
        var known = Format.named(format)
                .orElseThrow(() -> new InvalidInput("barcode.format", "format must be one of " + Format.all()));
        var trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
            throw new InvalidInput("barcode.text", "text must have 1 to 1,000 characters");
        }
        var code = new Barcode(known, trimmed);
        code.drawn(1);
        return code;
    }

    /** @param width of the picture in pixels; it is wider if the code needs more */
    BitMatrix drawn(int width) {
        try {
            return new MultiFormatWriter()
                    .encode(
                            text,
                            format.zxing,
                            width,
                            Math.max(1, width * format.high / format.wide),
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    4,
                                    EncodeHintType.CHARACTER_SET,
                                    StandardCharsets.UTF_8.name()));
        } catch (WriterException | RuntimeException e) { // the writers throw what they like
            throw new InvalidInput("barcode.text", "text cannot be a code of the format " + format);
        }
    }
}
