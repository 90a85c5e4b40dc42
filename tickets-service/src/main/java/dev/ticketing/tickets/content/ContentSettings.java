package dev.ticketing.tickets.content;

import dev.ticketing.web.limits.Limit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param filesPerSeller for example {@code 100/PT1H}
 * @param keys for example {@code 2:BASE64,1:BASE64}: AES keys of 256 bits with their numbers; the first seals, all open
 * @param codeKey Base64 of at least 32 bytes, for the fingerprints of codes; it never changes
 */
@ConfigurationProperties("ticketing.content")
record ContentSettings(String keys, String codeKey, Limit filesPerSeller) {}
