package dev.ticketing.stripesandbox.api;

import java.security.SecureRandom;

/** Ids in Stripe's format: a prefix and 24 letters and digits that cannot be guessed. */
public final class Ids {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String next(String prefix) {
        var id = new StringBuilder(prefix).append('_');
        RANDOM.ints(24, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(id::append);
        return id.toString();
    }
}
