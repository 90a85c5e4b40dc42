package dev.ticketing.tickets.file;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.MediaType;

/**
 * A file made anew from what a seller has sent, without anything that a reader could execute or follow.
 *
 * @param code that was found on it
 */
public record TicketFile(MediaType type, byte[] bytes, Optional<Barcode> code) {

    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /**
     * The first bytes decide the type, whatever its name is.
     *
     * @throws RefusedFile with the reason
     */
    public static TicketFile of(byte[] given) {
        if (given.length > MOST_BYTES) {
            throw new RefusedFile("The file is larger than 5 MiB.");
        }
        if (startsWith(given, PDF)) {
            return PdfFile.read(given);
        }
        if (startsWith(given, PNG)) {
            return ImageFile.read(given, "png", MediaType.IMAGE_PNG);
        }
        if (startsWith(given, JPEG)) {
            return ImageFile.read(given, "jpeg", MediaType.IMAGE_JPEG);
        }
        throw new RefusedFile("The file is no PDF, PNG or JPEG.");
    }

    private static boolean startsWith(byte[] given, byte[] sign) {
        return given.length > sign.length && Arrays.equals(given, 0, sign.length, sign, 0, sign.length);
    }
}
