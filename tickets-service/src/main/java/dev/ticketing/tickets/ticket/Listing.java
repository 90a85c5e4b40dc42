package dev.ticketing.tickets.ticket;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import java.util.List;
import java.util.Objects;
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

    /** The event that it admits to. */
    public @Nullable Occasion occasion() {
        return details == null ? null : details.event();
    }

    /** The words by which people find it. */
    List<String> tokens() {
        var occasion = occasion();
        return TitleTokens.of(
                occasion == null ? title : String.join(" ", title, occasion.name(), occasion.venue(), occasion.city()));
    }

    boolean isForTheEventOf(Listing other) {
        return Objects.equals(eventId(), other.eventId());
    }

    private @Nullable String eventId() {
        return occasion() == null ? null : occasion().id();
    }
}
