package dev.ticketing.orders.order;

import dev.ticketing.web.limits.Limit;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.orders}.
 *
 * @param window how long a ticket stays reserved
 * @param openHoldsPerBuyer how many unpaid reservations one buyer may have at once
 * @param heldBeforePause how long a buyer who let a reservation lapse may not reserve the same ticket again;
 *     doubles each time
 * @param perBuyer how many orders one buyer may place
 * @param perClient how many orders one client address may place, for all accounts
 */
@ConfigurationProperties("ticketing.orders")
public record OrderSettings(
        Duration window, int openHoldsPerBuyer, Duration heldBeforePause, Limit perBuyer, Limit perClient) {

    public OrderSettings {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("RESERVATION_WINDOW is " + window + " (expected: a positive duration)");
        }
        if (openHoldsPerBuyer < 1) {
            throw new IllegalArgumentException(
                    "OPEN_HOLDS_PER_BUYER is " + openHoldsPerBuyer + " (expected: at least 1)");
        }
        if (heldBeforePause.isNegative()) {
            throw new IllegalArgumentException(
                    "HELD_BEFORE_PAUSE is " + heldBeforePause + " (expected: PT0S or a positive duration)");
        }
    }
}
