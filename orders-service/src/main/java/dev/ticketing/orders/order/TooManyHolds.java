package dev.ticketing.orders.order;

import java.time.Instant;

/** The buyer holds as many unpaid tickets as one may. */
class TooManyHolds extends RuntimeException {

    private final Instant nextEndsAt;

    TooManyHolds(int open, Instant nextEndsAt) {
        super("You hold " + open + " unpaid tickets: pay or cancel one of them first.");
        this.nextEndsAt = nextEndsAt;
    }

    /** When the first of the holds ends by itself. */
    Instant nextEndsAt() {
        return nextEndsAt;
    }
}
