package dev.ticketing.tickets.ticket;

import static dev.ticketing.tickets.ticket.TicketStatus.AVAILABLE;
import static dev.ticketing.tickets.ticket.TicketStatus.RESERVED;
import static dev.ticketing.tickets.ticket.TicketStatus.SOLD;
import static dev.ticketing.tickets.ticket.TicketStatus.WITHDRAWN;

import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.messaging.Aggregate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a seller offers. Available, it may be edited and withdrawn; an order that holds it keeps it as it is until that very
 * order frees it or buys it. Orders decide and this follows: a completed order has bought the ticket wherever it
 * stands, and an order that finds it withdrawn is told so once more, which cancels that order.
 */
@Document("tickets")
@CompoundIndex(name = "newest", def = "{status: 1, _id: -1, priceThousandths: 1}")
@CompoundIndex(name = "price", def = "{status: 1, priceThousandths: 1, _id: 1}")
@CompoundIndex(name = "words", def = "{status: 1, titleTokens: 1, priceThousandths: 1, _id: 1}")
@CompoundIndex(name = "seller", def = "{userId: 1, status: 1, _id: -1}")
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

    /**
     * Orders that have come for it and not gone. Orders see to it that there is one at most; but events of two orders come in
     * any order, so here it may be the next one as well, or one that is over, until we have heard of all.
     */
    private List<String> holds = new ArrayList<>();

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

    /** An order has taken this ticket; on a withdrawn one that is answered by telling of the withdrawal once more. */
    void reserve(String orderId) {
        if (status == SOLD || holds.contains(orderId)) {
            return; // the order of a sold ticket was over before another could buy it
        }
        holds.add(orderId);
        if (status == AVAILABLE) {
            become(RESERVED);
            this.orderId = orderId;
        }
        raiseUpdated();
    }

    /** An order has bought this ticket, and that decides. */
    void sell(String orderId) {
        if (status == SOLD && orderId.equals(this.orderId)) {
            return;
        }
        become(SOLD);
        this.orderId = orderId;
        raiseUpdated();
    }

    /** An order was cancelled; the ticket goes to the one that holds it next, or is free. */
    void release(String orderId) {
        if (status != RESERVED || !holds.remove(orderId)) {
            return;
        }
        if (holds.isEmpty()) {
            become(AVAILABLE);
        }
        this.orderId = holds.isEmpty() ? null : holds.getFirst();
        raiseUpdated();
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
