package dev.ticketing.tickets.listing;

import dev.ticketing.web.input.InvalidInput;
import java.util.List;

/** Parts of a listing violate rules; the exception names every violation. */
public class InvalidListing extends RuntimeException {

    private final transient List<InvalidInput> broken;

    InvalidListing(List<InvalidInput> broken) {
        super("The ticket is not valid.");
        this.broken = List.copyOf(broken);
    }

    /** Problem code: {@code unsupported-currency} if there is no other violation. */
    public String code() {
        return broken.stream().allMatch(input -> input.field().equals("currency"))
                ? UnsupportedCurrency.CODE
                : "validation-failed";
    }

    public List<InvalidInput> broken() {
        return broken;
    }
}
