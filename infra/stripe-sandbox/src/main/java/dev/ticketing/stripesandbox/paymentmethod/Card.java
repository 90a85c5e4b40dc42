package dev.ticketing.stripesandbox.paymentmethod;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Year;
import java.util.Map;

/** The data of a card that Stripe shows, without its number. */
record Card(
        String brand,
        Map<String, String> checks,
        String country,
        String displayBrand,
        int expMonth,
        int expYear,
        String fingerprint,
        String funding,
        String last4,
        @JsonProperty("three_d_secure_usage") Map<String, Boolean> threeDSecureUsage) {

    private static final int YEARS_VALID = 4;

    static Card of(TestCard card) {
        return of(card, 12, Year.now().getValue() + YEARS_VALID, false);
    }

    static Card of(TestCard card, int expMonth, int expYear, boolean cvcGiven) {
        return new Card(
                card.brand(),
                Map.of("cvc_check", cvcGiven ? "pass" : "unchecked"),
                "US",
                card.brand(),
                expMonth,
                expYear,
                "sandbox" + card.name().replace("_", "").toLowerCase(),
                card.funding(),
                card.last4(),
                Map.of("supported", true));
    }
}
