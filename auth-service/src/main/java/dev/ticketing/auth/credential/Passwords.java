package dev.ticketing.auth.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id hashes with OWASP's minimum parameters (ADR 0008). A hash contains its parameters, so that they
 * can be raised. Passwords are normalized to Unicode's form C, because keyboards compose the same letter differently.
 */
@Component
public class Passwords {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    /** In UTF-16, before normalization: a character of form C usually takes at most four units. */
    private static final int LONGEST_GIVEN = 4 * LONGEST;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Takes as long to check as any hash; no password matches it. */
    private static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, zeros(SALT_BYTES), zeros(HASH_BYTES));

    private final PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    public String hash(String password) {
        return encoder.encode(canonical(password));
    }

    /** Takes the same time without a hash to compare with. */
    public boolean matches(String password, Optional<String> hash) {
        return encoder.matches(canonical(password), hash.orElse(NOBODYS));
    }

    /** Whether a hash has weaker parameters than the current ones. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /**
     * Half a surrogate pair, which has no bytes in UTF-8, becomes a question mark; no account has such a password. A
     * password too long to normalize is compared as an empty one, which no account has either.
     */
    private static String canonical(String password) {
        return isTooLongToNormalize(password) ? "" : normalized(new String(password.getBytes(UTF_8), UTF_8));
    }

    static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** The time for normalization grows with the square of the length. */
    static boolean isTooLongToNormalize(String password) {
        return password.length() > LONGEST_GIVEN;
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }
}
