package dev.ticketing.auth.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords as Argon2id hashes with the parameters that OWASP recommends at least (ADR 0008); a hash tells its own, so that
 * they can be raised. A password is taken in Unicode's form C: keyboards differ in how they compose the same letter.
 */
@Component
class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Costs as much to check as any hash, and no password matches it. */
    private static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, zeros(SALT_BYTES), zeros(HASH_BYTES));

    private final PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    String hash(String password) {
        return encoder.encode(canonical(password));
    }

    /** Takes the same time when there is no hash to compare with. */
    boolean matches(String password, Optional<String> hash) {
        return encoder.matches(canonical(password), hash.orElse(NOBODYS));
    }

    /** Whether a hash was made with weaker parameters than today's. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Half a surrogate pair, which has no bytes in UTF-8, becomes a question mark; no account has such a password. */
    private static String canonical(String password) {
        return Normalizer.normalize(new String(password.getBytes(UTF_8), UTF_8), Normalizer.Form.NFC);
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }
}
