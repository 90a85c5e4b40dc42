package dev.ticketing.web.idempotency;

import java.time.Duration;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A key that belongs to the request that claimed it first, for 24 hours. MongoDB deletes it later.
 *
 * @param token marks the document that the request makes
 * @param repeated whether the request came again, so that another one may be making that document now
 */
@Document("claimed_keys")
public record ClaimedKey(
        @Id String key,
        String fingerprint,
        String token,
        boolean repeated,
        @Indexed(expireAfter = "2d") Instant at) {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    public static ClaimedKey by(RequestKey request, Instant now) {
        return new ClaimedKey(request.id(), request.fingerprint(), new ObjectId().toHexString(), false, now);
    }

    boolean isForgotten(Instant now) {
        return !now.isBefore(at.plus(REMEMBERED));
    }

    /** @throws IdempotencyKeyReused if the other claim is for another body */
    void requireSameRequest(ClaimedKey other) {
        if (!fingerprint.equals(other.fingerprint)) {
            throw new IdempotencyKeyReused();
        }
    }
}
