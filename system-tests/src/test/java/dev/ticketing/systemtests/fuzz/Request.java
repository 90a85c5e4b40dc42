package dev.ticketing.systemtests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request in its wire format, one character per byte.
 *
 * @param isBroken whether its framing is broken, so that no response is acceptable too
 */
record Request(String method, String target, String head, String body, boolean isBroken) {

    private static final Pattern ENCODED = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final int HEX = 16;

    byte[] bytes() {
        return (head + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean isOfApi() {
        return target.matches("(?s)/api([/?].*)?");
    }

    /**
     * Whether its dots lead out of the API, to a page. The front door decodes the path and follows the dots before it chooses
     * a service. A path that leads above the root or cannot be decoded it refuses, as one of the API.
     */
    boolean leadsOutOfApi() {
        var path = target.replaceFirst("(?s)[?#].*", "");
        if (!isOfApi() || path.matches("(?s).*%(?![0-9a-fA-F]{2}).*")) {
            return false;
        }
        var kept = new ArrayDeque<String>();
        for (var part : decoded(path).split("/+")) {
            if (part.equals("..")) {
                if (kept.isEmpty()) {
                    return false;
                }
                kept.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.add(part);
            }
        }
        return kept.isEmpty() || !kept.getFirst().equals("api");
    }

    private static String decoded(String path) {
        return ENCODED.matcher(path)
                .replaceAll(
                        byCode -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(byCode.group(1), HEX))));
    }

    /** Readable, and in a form that can be typed again. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        var wire = head + "\r\n" + body;
        for (var character : wire.substring(0, Math.min(wire.length(), 1_500)).toCharArray()) {
            text.append(character >= ' ' && character < 127 ? "" + character : "\\x%02x".formatted((int) character));
        }
        return text.toString();
    }
}
