package dev.ticketing.orders.hold;

import dev.ticketing.web.limits.LimitExceeded;
import java.time.Duration;

/** The buyer has reached the limit of unpaid reservations. */
public class TooManyHolds extends LimitExceeded {

    /** @param wait until the first of the reservations ends by itself */
    TooManyHolds(int open, Duration wait) {
        super(
                "too-many-holds",
                "You have " + open + " unpaid reservations: pay for one or cancel one first.",
                "holds-by-account",
                open,
                null,
                wait);
    }
}
