package dev.ticketing.tickets.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The compressed streams of a PDF, before it is loaded: a loader unpacks some of them at once, without a limit. Only the
 * usual filters are accepted, and each stream is inflated piece by piece until all together are too large.
 */
final class PdfStreams {

    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int MOST_STREAMS = 5_000;
    private static final int LONGEST_DICTIONARY = 8 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    /** A character of a name by its code (ISO 32000-1, 7.3.5). */
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

    private static final Pattern FILTER = Pattern.compile("/(?:Filter|F)\\s*(\\[[^\\]]*+\\]|/[A-Za-z0-9]++|[0-9]++)");
    private static final Set<String> USUAL = Set.of(
            "",
            "FlateDecode",
            "Fl",
            "DCTDecode",
            "DCT",
            "FlateDecode DCTDecode",
            "JPXDecode",
            "CCITTFaxDecode",
            "CCF",
            "JBIG2Decode");

    private PdfStreams() {}

    static void requireModest(byte[] pdf) {
        var left = MOST_BYTES;
        var streams = 0;
        for (var at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
            if (pdf[at - STREAM.length - 1] == 'd') {
                continue; // endstream
            }
            streams++;
            if (streams > MOST_STREAMS) {
                throw new RefusedFile("The PDF is too complicated.");
            }
            requireUsualFilter(pdf, at - STREAM.length);
            left -= inflated(pdf, begin(pdf, at), left);
            if (left <= 0) {
                throw new RefusedFile("The PDF contains more than 32 MiB.");
            }
        }
    }

    /** The index after the next keyword. */
    private static int next(byte[] pdf, int from) {
        for (var at = Math.max(from, 1); at + STREAM.length <= pdf.length; at++) {
            if (Arrays.equals(pdf, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                return at + STREAM.length;
            }
        }
        return -1;
    }

    /** In the dictionary before the keyword. */
    private static void requireUsualFilter(byte[] pdf, int keyword) {
        var from = Math.max(0, keyword - LONGEST_DICTIONARY);
        var before = new String(pdf, from, keyword - from, StandardCharsets.ISO_8859_1);
        var begin = before.lastIndexOf("obj");
        var dictionary = ESCAPE.matcher(begin < 0 ? before : before.substring(begin))
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
        FILTER.matcher(dictionary).results().forEach(filter -> requireUsual(filter.group(1)));
    }

    private static void requireUsual(String filter) {
        var names = Arrays.stream(filter.split("[\\[\\]\\s/]+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        if (!USUAL.contains(names)) {
            throw new RefusedFile("The PDF is compressed in an unusual way.");
        }
    }

    private static int begin(byte[] pdf, int at) {
        var begin = at;
        while (begin < pdf.length && (pdf[begin] == '\r' || pdf[begin] == '\n')) {
            begin++;
        }
        return begin;
    }

    private static long inflated(byte[] pdf, int begin, long most) {
        return inflated(pdf, begin, pdf.length - begin, most);
    }

    /** Bytes read or made, whichever are more, until the data end or fail, or are too many. */
    private static long inflated(byte[] data, int begin, int length, long most) {
        try (var inflater = new Inflater()) {
            inflater.setInput(data, begin, length);
            var buffer = new byte[BUFFER];
            try {
                while (inflater.getBytesWritten() < most && inflater.inflate(buffer) > 0) {}
            } catch (DataFormatException e) {
                // it is compressed in another way, or broken: the parser decides
            }
            return Math.max(inflater.getBytesRead(), inflater.getBytesWritten());
        }
    }

    /** Whether these data, alone, unpack into a moderate size. */
    static boolean isModest(byte[] data) {
        return inflated(data, 0, data.length, MOST_BYTES) < MOST_BYTES;
    }
}
