package dev.ticketing.web.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** SHA-256 of a value as JSON. Two bodies that are bound to equal records have the same fingerprint. */
public final class Fingerprint {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Fingerprint() {}

    public static String of(Object value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(JSON.writeValueAsBytes(value)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
