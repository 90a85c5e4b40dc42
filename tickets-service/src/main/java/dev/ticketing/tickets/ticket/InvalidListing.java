package dev.ticketing.tickets.ticket;

import dev.ticketing.web.InvalidInput;
import java.util.List;

/** Parts of a listing break rules; every one of them is told. */
class InvalidListing extends RuntimeException {

    private final transient List<InvalidInput> broken;

    InvalidListing(List<InvalidInput> broken) {
        super("The ticket is not valid.");
        this.broken = List.copyOf(broken);
    }

    List<InvalidInput> broken() {
        return broken;
    }
}
