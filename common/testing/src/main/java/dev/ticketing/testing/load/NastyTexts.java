package dev.ticketing.testing.load;

import java.util.Arrays;
import java.util.stream.Stream;

/** Texts that keep careless patterns, normalizations and parsers busy for much longer than their length suggests. */
public final class NastyTexts {

    private static final int BYTES = 60_000;
    private static final int HEAD_BYTES = 6_000;

    private NastyTexts() {}

    /** As long as a body may be. */
    public static Stream<String> forBodies() {
        return of(BYTES);
    }

    /** As long as a header may be, with valid characters only. */
    public static Stream<String> forHeaders() {
        return of(HEAD_BYTES).filter(text -> text.matches("[!-~][ -~]+[!-~]"));
    }

    /** As long as a request line may be: there a character may take six or twelve times its size. */
    public static Stream<String> forParameters() {
        return of(HEAD_BYTES).map(text -> text.substring(0, Math.min(text.length(), HEAD_BYTES / 10)));
    }

    /** Valid as part of a path. */
    public static Stream<String> forPaths() {
        return of(HEAD_BYTES).filter(text -> text.matches("[A-Za-z0-9._~@:$,;+=!-]+"));
    }

    /** Valid in JSON without quotes, or similar. */
    public static Stream<String> forNumbers() {
        var nested = Stream.of("[".repeat(BYTES), "{\"a\":".repeat(BYTES / 5), "\"\\u0041".repeat(BYTES / 7));
        return Stream.concat(of(BYTES).filter(text -> text.matches("[0-9e.-]{2,}")), nested);
    }

    private static Stream<String> of(int bytes) {
        var repeated = Arrays.asList(
                " ",
                "\t",
                "\n",
                "\u00a0",
                "\u200b",
                "\ufeff",
                "\u3164",
                "\ufdfa",
                "ß",
                "İ",
                "\u3002",
                "é",
                "🎟",
                "a",
                "A",
                "0",
                "9",
                "-",
                "_",
                ".",
                ",",
                ";",
                ":",
                "@",
                "%",
                "+",
                "=",
                "/",
                "(",
                "[",
                "{",
                "\\",
                "'",
                "*",
                "a ",
                " a",
                "a.",
                "a-",
                "a@",
                "1.",
                "1,",
                "1.000,",
                "0e",
                "a,b;",
                "xn--",
                "W/\"1\",",
                "de;q=0.1,",
                "../",
                "a=b&");
        var surrounded = repeated.stream().map(part -> "a" + fill(part, bytes) + "a");
        return Stream.of(repeated.stream().map(part -> fill(part, bytes)), surrounded, composed(bytes))
                .flatMap(texts -> texts);
    }

    private static Stream<String> composed(int bytes) {
        return Stream.of(
                // in the wrong order, so that normalization has to sort them
                "a" + fill("\u0301", bytes / 2) + fill("\u0323", bytes / 2),
                "a" + fill("\u0301\u0323", bytes),
                "a@" + fill("b.", bytes) + "co",
                fill("a.", bytes) + "a@b.co",
                "a@" + fill("ü", bytes) + ".example",
                "1e" + fill("9", bytes),
                "1." + fill("0", bytes),
                "1e999999999",
                "1e-999999999",
                "-" + fill("9", bytes));
    }

    private static String fill(String part, int bytes) {
        return part.repeat(bytes / part.getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    }
}
