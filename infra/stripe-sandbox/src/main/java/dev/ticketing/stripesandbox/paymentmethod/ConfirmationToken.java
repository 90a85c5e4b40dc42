package dev.ticketing.stripesandbox.paymentmethod;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ticketing.stripesandbox.store.Document;
import java.util.Map;

/** The data of a payment form, to confirm one PaymentIntent. */
public record ConfirmationToken(
        String id,
        String object,
        long created,
        long expiresAt,
        boolean livemode,
        String paymentIntent,
        Map<String, Object> paymentMethodPreview,
        String returnUrl,
        boolean useStripeSdk,
        @JsonProperty("_payment_method") String paymentMethod)
        implements Document {

    ConfirmationToken usedBy(String intent) {
        return new ConfirmationToken(
                id,
                object,
                created,
                expiresAt,
                livemode,
                intent,
                paymentMethodPreview,
                returnUrl,
                useStripeSdk,
                paymentMethod);
    }
}
