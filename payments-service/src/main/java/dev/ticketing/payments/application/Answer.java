package dev.ticketing.payments.application;

import dev.ticketing.payments.payment.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The outcome in the response to a request to pay; repeated requests get the same one (ADR 0035).
 *
 * @param madeBy token of the request, if it has a key; an answer without a token is not stored
 */
@Document("answers")
public record Answer(
        @Id String id,
        @Indexed(unique = true, sparse = true) @Nullable String madeBy,
        Outcome outcome,
        @Indexed(expireAfter = "2d") Instant at) {

    static Answer to(Optional<String> request, Outcome outcome, Instant now) {
        return new Answer(new ObjectId().toHexString(), request.orElse(null), outcome, now);
    }

    boolean isStored() {
        return madeBy != null;
    }
}
