package dev.ticketing.stripesandbox.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeMap;

/** A digest of a call's parameters, in any order. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(HttpServletRequest request) {
        var text = new StringBuilder();
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) -> text.append(name)
                        .append('=')
                        .append(Arrays.toString(values))
                        .append('\n'));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
