package dev.ticketing.orders.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.orders}.
 *
 * @param window how long a ticket is held
 * @param openHoldsPerBuyer how many tickets one buyer may hold at once without having paid
 */
@ConfigurationProperties("ticketing.orders")
record OrderSettings(Duration window, int openHoldsPerBuyer) {

    OrderSettings {
        if (!window.isPositive()) {
            throw new IllegalArgumentException("RESERVATION_WINDOW is " + window + " (expected: a positive duration)");
        }
        if (openHoldsPerBuyer < 1) {
            throw new IllegalArgumentException(
                    "OPEN_HOLDS_PER_BUYER is " + openHoldsPerBuyer + " (expected: at least 1)");
        }
    }
}
