package dev.ticketing.tickets.ticket;

import dev.ticketing.events.TicketDetails;
import org.jspecify.annotations.Nullable;

/**
 * The valid data of a listing.
 *
 * @param details absent if the seller gave a title and a price only
 */
public record Listing(String title, Price price, @Nullable TicketDetails details) {

    public Listing(String title, Price price) {
        this(title, price, null);
    }
}
