package dev.ticketing.payments.payment;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.payments}.
 *
 * @param publicUrl where buyers reach the pages
 * @param unsettledAfter how long a payment may go without news before Stripe is asked
 */
@ConfigurationProperties("ticketing.payments")
record PaymentSettings(URI publicUrl, Duration unsettledAfter) {

    PaymentSettings {
        if (!publicUrl.isAbsolute()) {
            throw new IllegalArgumentException("PUBLIC_URL is " + publicUrl + " (expected: https://…)");
        }
        if (!unsettledAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "UNSETTLED_AFTER is " + unsettledAfter + " (expected: a positive duration)");
        }
    }

    /** The page that a buyer comes back to. */
    String orderPage(String orderId) {
        return publicUrl.toString().replaceAll("/+$", "") + "/orders/" + orderId;
    }
}
