package dev.ticketing.tickets.listing;

/** This deployment does not support the currency. */
public class UnsupportedCurrency extends RuntimeException {

    public static final String CODE = "unsupported-currency";

    public UnsupportedCurrency(String message) {
        super(message);
    }
}
