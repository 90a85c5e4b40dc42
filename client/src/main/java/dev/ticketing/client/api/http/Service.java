package dev.ticketing.client.api.http;

import java.util.Locale;

/** The services behind the pages. */
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
