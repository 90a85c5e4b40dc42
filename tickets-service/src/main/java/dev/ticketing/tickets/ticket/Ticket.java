package dev.ticketing.tickets.ticket;

import static dev.ticketing.tickets.ticket.TicketStatus.AVAILABLE;
import static dev.ticketing.tickets.ticket.TicketStatus.RESERVED;
import static dev.ticketing.tickets.ticket.TicketStatus.SOLD;
import static dev.ticketing.tickets.ticket.TicketStatus.WITHDRAWN;

import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.messaging.Aggregate;
import java.time.Instant;
import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a seller offers. Available, it may be edited and withdrawn; an order that holds it keeps it as it is until that very
 * order frees it or buys it. Orders decide and this follows: a completed order has bought the ticket wherever it
 * stands, and a hold that finds it withdrawn is answered by saying so once more, which cancels that order.
 */
@Document("tickets")
@CompoundIndex(name = "newest", def = "{status: 1, _id: -1}")
@CompoundIndex(name = "price", def = "{status: 1, priceThousandths: 1, _id: 1}")
@CompoundIndex(name = "words", def = "{status: 1, titleTokens: 1, _id: -1}")
class Ticket extends Aggregate {

    private String userId;
    private String title;
    private List<String> titleTokens;
    private long priceMinor;
    private String currency;
    /** The price as lists compare it: in thousandths of the major unit, whatever the currency's digits. */
    private long priceThousandths;

    private TicketStatus status;
    private String orderId;
    private String refusedOrderId;
    private Instant createdAt;

    Ticket() {}

    private Ticket(String id) {
        super(id);
    }

    static Ticket list(Listing listing, String userId, Instant now) {
        var ticket = new Ticket(new ObjectId().toHexString());
        ticket.userId = userId;
        ticket.status = AVAILABLE;
        ticket.createdAt = now;
        ticket.take(listing);
        ticket.raise(new TicketCreated(
                ticket.id(), ticket.title, ticket.priceMinor, ticket.currency, userId, AVAILABLE.toString()));
        return ticket;
    }

    private void take(Listing listing) {
        title = listing.title();
        titleTokens = TitleTokens.of(title);
        priceMinor = listing.price().minor();
        currency = listing.price().currency();
        priceThousandths = listing.price().thousandths();
    }

    /** @throws TicketNotForSale if it is reserved, sold or withdrawn */
    void edit(Listing listing) {
        if (status != AVAILABLE) {
            throw new TicketNotForSale(id(), status);
        }
        take(listing);
        raiseUpdated();
    }

    /** @throws TicketNotForSale if it is reserved or sold; nothing happens if it is withdrawn already */
    void withdraw() {
        if (status == RESERVED || status == SOLD) {
            throw new TicketNotForSale(id(), status);
        }
        if (status == AVAILABLE) {
            become(WITHDRAWN);
            raiseUpdated();
        }
    }

    /**
     * An order has taken this ticket.
     *
     * @throws HeldByAnotherOrder until the news of that order's end has come, too
     */
    void reserve(String orderId) {
        switch (status) {
            case AVAILABLE -> hold(orderId);
            case RESERVED -> requireHeldBy(orderId);
            case WITHDRAWN -> refuse(orderId);
            case SOLD -> requireSoldTo(orderId);
        }
    }

    private void hold(String orderId) {
        become(RESERVED);
        this.orderId = orderId;
        raiseUpdated();
    }

    private void requireHeldBy(String orderId) {
        if (!orderId.equals(this.orderId)) {
            throw new HeldByAnotherOrder(id(), this.orderId, orderId);
        }
    }

    private void refuse(String orderId) {
        if (!orderId.equals(refusedOrderId)) {
            refusedOrderId = orderId;
            raiseUpdated();
        }
    }

    /** An order has bought this ticket, and that decides. */
    void sell(String orderId) {
        if (status == SOLD) {
            requireSoldTo(orderId);
            return;
        }
        become(SOLD);
        this.orderId = orderId;
        raiseUpdated();
    }

    private void requireSoldTo(String orderId) {
        if (!orderId.equals(this.orderId)) {
            throw new IllegalStateException(
                    "ticket " + id() + " is sold to order " + this.orderId + " (expected: " + orderId + ")");
        }
    }

    /** An order was cancelled; frees the ticket if this is the one that holds it. */
    void release(String orderId) {
        if (status == RESERVED && orderId.equals(this.orderId)) {
            become(AVAILABLE);
            this.orderId = null;
            raiseUpdated();
        }
    }

    private void become(TicketStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("ticket " + id() + " is " + status + " (cannot become " + next + ")");
        }
        status = next;
    }

    private void raiseUpdated() {
        raise(new TicketUpdated(id(), title, priceMinor, currency, userId, status.toString(), orderId));
    }

    boolean isOfferedBy(String userId) {
        return this.userId.equals(userId);
    }

    String userId() {
        return userId;
    }

    String title() {
        return title;
    }

    Price price() {
        return new Price(priceMinor, currency);
    }

    TicketStatus status() {
        return status;
    }

    String orderId() {
        return orderId;
    }

    Instant createdAt() {
        return createdAt;
    }
}
