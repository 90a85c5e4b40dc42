package dev.ticketing.systemtests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that often cause errors. */
final class Nasty {

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "null",
            "undefined",
            "NaN",
            "true",
            "-1",
            "0",
            "1e999",
            "1e-999",
            "00",
            "0x1",
            "9".repeat(400),
            "99999999999999999999",
            "-0",
            "1.001",
            "1,5",
            "\u0000",
            "\u0001",
            "\t",
            "\u007f",
            "\u200b",
            "\ufeff",
            "\ud800",
            "é",
            "e\u0301",
            "\u202e",
            "日本",
            "😀",
            "ß",
            "ı",
            "'",
            "\"",
            "\\",
            "\\u0000",
            "`",
            "<script>",
            "</title>",
            "&lt;",
            "%",
            "%%",
            "%zz",
            "%00",
            "%c3%28",
            "%ff",
            "+",
            "#",
            "?",
            "&",
            "=",
            ";",
            ":",
            ",",
            "|",
            "^",
            "[",
            "]",
            "{",
            "}",
            "[]",
            "{}",
            "[0]",
            "(",
            ")",
            "*",
            "/",
            "//",
            "/../",
            "..%2f",
            "\\..\\",
            "$ne",
            "{\"$gt\":\"\"}",
            "${7*7}",
            "#{7*7}",
            "__proto__",
            "constructor",
            "class",
            "a.b",
            "q[0]",
            "a[b].c",
            "{0}",
            "'{0,number}'",
            "%s%n",
            "\r\n",
            "\n",
            "a\r\nX-Injected: 1",
            "http://evil.example",
            "//evil.example",
            "javascript:alert(1)",
            "W/\"1\"",
            "\"1\"",
            "bytes=0-1",
            "gzip, deflate",
            "text/html",
            "*/*",
            "a/b;q=2",
            "application/json;charset=none",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "00-0-0-0",
            "5f0000000000000000000001",
            "5f000000000000000000000g",
            "x".repeat(200),
            "ü".repeat(100),
            " ".repeat(500));

    private Nasty() {}

    static String word(RandomGenerator random) {
        return switch (random.nextInt(40)) {
            case 0 -> "x".repeat(random.nextInt(4_000));
            case 1 -> noise(random, random.nextInt(40));
            case 2 -> WORDS.get(random.nextInt(WORDS.size())).repeat(random.nextInt(1, 8));
            default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    }

    /** Random bytes, as one character each. */
    static String noise(RandomGenerator random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
