package dev.ticketing.client.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A ticket as the visitor saw it when they decided to purchase it.
 *
 * @param id 24 hex digits, or any text from a forged form
 * @param price in major units; empty if the form does not contain it
 * @param version of the ticket; empty if the form does not contain it
 */
public record SeenTicket(String id, Optional<String> price, Optional<Long> version) {

    private static final Pattern PRICE = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    /** Ignores a price or a version in a form that this site has not written. */
    public static SeenTicket of(String id, String price, String version) {
        return new SeenTicket(
                id,
                Optional.ofNullable(price).filter(PRICE.asMatchPredicate()),
                Optional.ofNullable(version).filter(VERSION.asMatchPredicate()).map(Long::valueOf));
    }
}
