package dev.ticketing.payments.payment;

import dev.ticketing.messaging.Creation;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The body that a key came with first. Two requests with one key may name two orders, so that no payment could tell that they are
 * two: of those that come at once one claims the key (ADR 0017). What the request has done is noted in the payment.
 */
@Document("claimedKeys")
record ClaimedKey(
        @Id String key,
        String fingerprint,
        @Indexed(expireAfter = "2d") Instant at) {

    static ClaimedKey by(Creation request) {
        return new ClaimedKey(request.key(), request.fingerprint(), request.at());
    }

    boolean isForgotten(Instant now) {
        return new Creation(key, fingerprint, at).isForgotten(now);
    }
}
