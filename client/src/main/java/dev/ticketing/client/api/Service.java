package dev.ticketing.client.api;

import java.util.Locale;

/** Whom the pages ask. */
public enum Service {
    AUTH,
    TICKETS,
    ORDERS,
    PAYMENTS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
