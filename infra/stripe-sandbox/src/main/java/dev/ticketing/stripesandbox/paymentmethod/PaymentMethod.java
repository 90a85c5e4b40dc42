package dev.ticketing.stripesandbox.paymentmethod;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ticketing.stripesandbox.store.Document;
import java.util.HashMap;
import java.util.Map;

/** A card ready to pay with; only the sandbox has the test card behind it. */
public record PaymentMethod(
        String id,
        String object,
        Map<String, Object> billingDetails,
        Card card,
        long created,
        String customer,
        boolean livemode,
        Map<String, String> metadata,
        String type,
        @JsonProperty("_test_card") TestCard testCard)
        implements Document {

    static PaymentMethod of(String id, TestCard testCard, Card card, Map<String, String> metadata, long created) {
        return new PaymentMethod(
                id, "payment_method", noDetails(), card, created, null, false, metadata, "card", testCard);
    }

    /** Stripe's {@code payment_method_details} of a charge. */
    public Map<String, Object> details() {
        return Map.of("type", type, "card", card);
    }

    private static Map<String, Object> noDetails() {
        var details = new HashMap<String, Object>();
        for (var name : new String[] {"address", "email", "name", "phone"}) {
            details.put(name, null);
        }
        return details;
    }
}
