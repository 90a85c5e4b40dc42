package dev.ticketing.payments.payment;

import dev.ticketing.web.limits.Limit;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.payments}.
 *
 * @param publicUrl address of the pages for buyers
 * @param unsettledAfter how long a payment may go without news before we ask Stripe
 * @param attemptsPerOrder number of cards that may be tried for one order
 * @param refusalPause how long a buyer waits after the third refusal of an order's cards; doubles with each
 * @param refusalsPerBuyer number of refusals that one buyer may have, for all orders
 */
@ConfigurationProperties("ticketing.payments")
public record PaymentSettings(
        URI publicUrl, Duration unsettledAfter, int attemptsPerOrder, Duration refusalPause, Limit refusalsPerBuyer) {

    public PaymentSettings {
        if (!publicUrl.isAbsolute()) {
            throw new IllegalArgumentException("PUBLIC_URL is " + publicUrl + " (expected: https://…)");
        }
        if (!unsettledAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "UNSETTLED_AFTER is " + unsettledAfter + " (expected: a positive duration)");
        }
        if (attemptsPerOrder < 1) {
            throw new IllegalArgumentException(
                    "PAYMENT_ATTEMPTS_PER_ORDER is " + attemptsPerOrder + " (expected: at least 1)");
        }
        if (refusalPause.isNegative()) {
            throw new IllegalArgumentException(
                    "PAYMENT_REFUSAL_PAUSE is " + refusalPause + " (expected: PT0S or a positive duration)");
        }
    }

    /** The page to which a buyer returns. */
    public String orderPage(String orderId) {
        return publicUrl.toString().replaceAll("/+$", "") + "/orders/" + orderId;
    }
}
