package dev.ticketing.orders.ticket;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.events.TicketEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A ticket according to the latest event of tickets-service; it lags behind the original by the time that an event
 * takes.
 */
@Document("tickets")
public class Ticket {

    private static final String RESERVED = "reserved";
    private static final String WITHDRAWN = "withdrawn";
    private static final String ENDED = "ended";

    @Id
    private String id;

    private String title;
    private long priceMinor;
    private String currency;
    private @Nullable TicketDetails details;
    private String sellerId;
    private String status;
    /** The order whose reservation tickets-service has confirmed. */
    private @Nullable String orderId;

    private long version = -1;
    /** The version of the current listing. */
    private long listedVersion;

    @Version
    private @Nullable Long lock;

    @SuppressWarnings("NullAway.Init")
    Ticket() {}

    @SuppressWarnings("NullAway.Init")
    Ticket(String id) {
        this.id = id;
    }

    /** Applies the event, unless this replica is at the same or a later version. */
    public void apply(TicketEvent event, long eventVersion) {
        if (eventVersion <= version) {
            return;
        }
        if (version >= 0 && !isListedAs(event)) {
            listedVersion = eventVersion;
        }
        title = event.title();
        priceMinor = event.priceMinor();
        currency = event.currency();
        details = event.details();
        sellerId = event.userId();
        status = event.status();
        orderId = event.orderId();
        version = eventVersion;
    }

    private boolean isListedAs(TicketEvent event) {
        return Objects.equals(title, event.title())
                && priceMinor == event.priceMinor()
                && Objects.equals(currency, event.currency())
                && Objects.equals(details, event.details());
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public long priceMinor() {
        return priceMinor;
    }

    public String currency() {
        return currency;
    }

    public @Nullable TicketDetails details() {
        return details;
    }

    public long version() {
        return version;
    }

    public boolean isSoldBy(String userId) {
        return sellerId.equals(userId);
    }

    public boolean isWithdrawn() {
        return WITHDRAWN.equals(status);
    }

    /** When its event begins; empty if it is for no event. */
    public Optional<Instant> startsAt() {
        return Optional.ofNullable(details).map(TicketDetails::event).map(Occasion::startsAt);
    }

    /** Whether its event has begun, by the given time or by that of tickets-service. */
    public boolean isEnded(Instant now) {
        return ENDED.equals(status)
                || startsAt().filter(start -> !now.isBefore(start)).isPresent();
    }

    /** Whether the seller has edited the ticket after this version. */
    public boolean isEditedSince(long seenVersion) {
        return seenVersion < listedVersion;
    }

    /** Whether tickets-service has confirmed the reservation of this order. */
    public boolean isHeldBy(String orderId) {
        return RESERVED.equals(status)
                && (this.orderId == null || orderId.equals(this.orderId)); // null in old replicas
    }
}
