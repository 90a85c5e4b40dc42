package dev.ticketing.payments.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One of Stripe's events, stored permanently under its own id, so that it counts once.
 *
 * @param intentId the PaymentIntent that it concerns, if any
 * @param waitingSince until it is processed
 */
@Document("inbox")
record ReceivedEvent(
        @Id String id,
        String type,
        @Nullable String intentId,
        Instant receivedAt,
        @Indexed(sparse = true) @Nullable Instant waitingSince) {

    ReceivedEvent done() {
        return new ReceivedEvent(id, type, intentId, receivedAt, null);
    }
}
