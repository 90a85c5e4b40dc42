package dev.ticketing.orders.ticket;

import dev.ticketing.events.TicketEvent;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** A ticket as tickets-service last told us; behind the original by the time an event takes. */
@Document("tickets")
public class Ticket {

    private static final String WITHDRAWN = "withdrawn";

    @Id
    private String id;

    private String title;
    private long priceMinor;
    private String currency;
    private String sellerId;
    private String status;
    private long version = -1;

    @Version
    private Long lock;

    Ticket() {}

    Ticket(String id) {
        this.id = id;
    }

    /** Takes over what the event says, unless this already knows as much or more. */
    public void apply(TicketEvent event, long eventVersion) {
        if (eventVersion <= version) {
            return;
        }
        title = event.title();
        priceMinor = event.priceMinor();
        currency = event.currency();
        sellerId = event.userId();
        status = event.status();
        version = eventVersion;
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

    public long version() {
        return version;
    }

    public boolean isSoldBy(String userId) {
        return sellerId.equals(userId);
    }

    public boolean isWithdrawn() {
        return WITHDRAWN.equals(status);
    }
}
