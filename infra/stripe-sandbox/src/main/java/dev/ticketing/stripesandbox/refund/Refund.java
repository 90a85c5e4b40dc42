package dev.ticketing.stripesandbox.refund;

import dev.ticketing.stripesandbox.api.Ids;
import dev.ticketing.stripesandbox.api.Listed;
import dev.ticketing.stripesandbox.charge.Charge;
import java.util.Map;

/** Money given back. */
public record Refund(
        String id,
        String object,
        long amount,
        String charge,
        long created,
        String currency,
        Map<String, String> metadata,
        String paymentIntent,
        Reason reason,
        String status)
        implements Listed {

    static Refund of(Charge charge, long amount, Reason reason, Map<String, String> metadata, long created) {
        return new Refund(
                Ids.next("re"),
                "refund",
                amount,
                charge.id(),
                created,
                charge.currency(),
                metadata,
                charge.paymentIntent(),
                reason,
                "succeeded");
    }
}
