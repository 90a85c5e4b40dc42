package dev.ticketing.tickets.content;

import dev.ticketing.web.limits.Limit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.content}.
 *
 * @param filesPerSeller for example {@code 100/PT1H}
 * @param keys for example {@code 2:BASE64,1:BASE64}: AES keys of 256 bits with their numbers; the first seals, all open
 * @param codeKey Base64 of 32 bytes, for the fingerprints of codes; it never changes
 */
@ConfigurationProperties("ticketing.content")
record ContentSettings(
        @Nullable String keys,
        @Nullable String codeKey,
        @Nullable Limit filesPerSeller) {

    static final int KEY_BYTES = 32;

    record SealingKey(int number, byte[] bytes) {}

    /** @throws UnusableContentKeys if one is missing or malformed */
    List<SealingKey> sealingKeys() {
        if (keys == null || keys.isBlank()) {
            throw new UnusableContentKeys("CONTENT_KEYS is missing");
        }
        return Stream.of(keys.split(","))
                .map(String::strip)
                .map(ContentSettings::numbered)
                .toList();
    }

    private static SealingKey numbered(String key) {
        var parts = key.split(":", 2);
        if (parts.length < 2 || !parts[0].matches("[1-9][0-9]{0,8}")) {
            throw new UnusableContentKeys("CONTENT_KEYS has a key without a number");
        }
        return new SealingKey(Integer.parseInt(parts[0]), bytes("CONTENT_KEYS", parts[1]));
    }

    /** @throws UnusableContentKeys if it is missing or malformed */
    byte[] fingerprintKey() {
        if (codeKey == null || codeKey.isBlank()) {
            throw new UnusableContentKeys("CONTENT_CODE_KEY is missing");
        }
        return bytes("CONTENT_CODE_KEY", codeKey);
    }

    private static byte[] bytes(String variable, String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // told below, without the secret
        }
        throw new UnusableContentKeys(variable + " has a key that is not Base64 of 32 bytes");
    }
}
