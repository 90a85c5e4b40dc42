package dev.ticketing.tickets.ticket;

/** This deployment does not support the currency. */
class UnsupportedCurrency extends RuntimeException {

    static final String CODE = "unsupported-currency";

    UnsupportedCurrency(String message) {
        super(message);
    }
}
