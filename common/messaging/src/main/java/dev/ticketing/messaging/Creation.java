package dev.ticketing.messaging;

import java.time.Duration;
import java.time.Instant;
import org.springframework.data.mongodb.core.index.Indexed;

/**
 * The request that made a document, kept in that very document: whoever has the one has the other (ADR 0017).
 *
 * @param key who asked where for what, and by which key; its unique index lets one document of a kind have it
 * @param fingerprint what exactly was asked
 */
public record Creation(
        @Indexed(unique = true, sparse = true) String key, String fingerprint, Instant at) {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    public boolean isForgotten(Instant now) {
        return !now.isBefore(at.plus(REMEMBERED));
    }

    /** A document that may know the request that made it. */
    public interface Known {

        /** {@code null} if the request had no key, or one that is forgotten by now. */
        Creation creation();
    }
}
