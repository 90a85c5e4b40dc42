package dev.ticketing.payments.payment;

import dev.ticketing.messaging.Creation;
import java.time.Instant;

/**
 * A request to pay that came with a key, and the answer that it gets whenever it comes again (ADR 0017).
 *
 * @param answer {@code null} until the attempt that it has begun has an end
 */
record KeyedRequest(String key, String fingerprint, Instant at, PayAnswer answer) {

    static KeyedRequest of(Creation request, PayAnswer answer) {
        return new KeyedRequest(request.key(), request.fingerprint(), request.at(), answer);
    }

    KeyedRequest answered(PayAnswer given) {
        return answer == null ? new KeyedRequest(key, fingerprint, at, given) : this;
    }

    /** Whether it has the key of this request, and that key still counts. */
    boolean hasKeyOf(Creation request) {
        return request != null && key.equals(request.key()) && !isForgotten(request.at());
    }

    boolean isForgotten(Instant now) {
        return new Creation(key, fingerprint, at).isForgotten(now);
    }
}
