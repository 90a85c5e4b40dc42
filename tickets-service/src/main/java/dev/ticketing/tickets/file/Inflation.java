package dev.ticketing.tickets.file;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Compressed streams of a PDF are inflated as soon as the document is loaded, without a limit. This inflates each of
 * them before, piece by piece, and stops when all together are too large.
 */
final class Inflation {

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int BUFFER = 64 * 1024;

    private Inflation() {}

    static void requireModest(byte[] pdf) {
        var left = MOST_BYTES;
        var buffer = new byte[BUFFER];
        for (var at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            left -= inflated(pdf, begin(pdf, at), left, buffer);
            if (left <= 0) {
                throw new RefusedFile("The PDF contains more than 32 MiB.");
            }
        }
    }

    /** The index after the next keyword. */
    private static int next(byte[] pdf, int from) {
        for (var at = from; at + STREAM.length <= pdf.length; at++) {
            if (Arrays.equals(pdf, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                return at + STREAM.length;
            }
        }
        return -1;
    }

    private static int begin(byte[] pdf, int at) {
        var begin = at;
        while (begin < pdf.length && (pdf[begin] == '\r' || pdf[begin] == '\n')) {
            begin++;
        }
        return begin;
    }

    /** Bytes read or made, whichever are more, until the stream ends or fails. */
    private static long inflated(byte[] pdf, int begin, long most, byte[] buffer) {
        try (var inflater = new Inflater()) {
            inflater.setInput(pdf, begin, pdf.length - begin);
            try {
                while (inflater.getBytesWritten() < most && inflater.inflate(buffer) > 0) {}
            } catch (DataFormatException e) {
                // it is compressed in another way, or broken: the parser decides
            }
            return Math.max(inflater.getBytesRead(), inflater.getBytesWritten());
        }
    }
}
