package dev.ticketing.tickets.ticket;

import static dev.ticketing.tickets.ticket.TicketStatus.AVAILABLE;
import static dev.ticketing.tickets.ticket.TicketStatus.ENDED;
import static dev.ticketing.tickets.ticket.TicketStatus.RESERVED;
import static dev.ticketing.tickets.ticket.TicketStatus.SOLD;
import static dev.ticketing.tickets.ticket.TicketStatus.WITHDRAWN;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.events.TicketEvent.TicketDelivered;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.messaging.outbox.Aggregate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Transient;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A seller's offer. While it is available, its seller may edit and withdraw it; when its event begins, it ends. An order that reserves it keeps it
 * unchanged until that order releases or buys it. Orders decide, and this document follows: a completed order has
 * bought the ticket, whatever its status. An order of a withdrawn ticket, or of a listing that has been edited since,
 * does not get its reservation: the state of the ticket is published again, and orders-service cancels the order (ADR
 * 0027).
 */
@Document("tickets")
@CompoundIndex(name = "newestOfAll", def = "{status: 1, _id: -1}")
@CompoundIndex(name = "newestOfCurrency", def = "{status: 1, currency: 1, _id: -1, priceMinor: 1}")
@CompoundIndex(name = "priceOfCurrency", def = "{status: 1, currency: 1, priceMinor: 1, _id: 1}")
@CompoundIndex(name = "wordsAndPrice", def = "{status: 1, titleTokens: 1, currency: 1, priceMinor: 1, _id: 1}")
@CompoundIndex(name = "eventAndPrice", def = "{'details.event._id': 1, status: 1, currency: 1, priceMinor: 1, _id: 1}")
@CompoundIndex(name = "eventAndNewest", def = "{'details.event._id': 1, status: 1, _id: -1}")
@CompoundIndex(name = "start", def = "{status: 1, 'details.event.startsAt': 1, _id: 1}")
@CompoundIndex(name = "code", def = "{'content.code': 1}", unique = true, sparse = true)
@CompoundIndex(name = "seller", def = "{userId: 1, status: 1, _id: -1}")
public class Ticket extends Aggregate {

    private String userId;
    private String title;
    private List<String> titleTokens;
    private long priceMinor;
    private String currency;
    private @Nullable TicketDetails details;
    private TicketStatus status;
    private @Nullable String orderId;
    private @Nullable Instant reservedUntil;
    /** The version of the current listing. */
    private long listedVersion;

    /**
     * Orders that have reserved the ticket and not released it. Orders ensure that there is at most one. But events of
     * two orders arrive in any order, so this list may temporarily contain the next order, or one that has ended.
     */
    private List<String> holds = new ArrayList<>();

    /** Absent as long as the seller has not attached it. */
    private @Nullable TicketContent content;

    /** Absent unless it is sold. */
    private @Nullable String buyerId;

    private Instant createdAt;

    /** Token of the request that listed it, if it had a key (ADR 0035). */
    @Indexed(unique = true, sparse = true)
    private @Nullable String madeBy;

    /** Events whose tickets have changed with this one. */
    @Transient
    private final Set<String> concerned = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    Ticket() {}

    @SuppressWarnings("NullAway.Init")
    private Ticket(String id) {
        super(id);
    }

    public static Ticket list(Listing listing, String userId, Instant now) {
        var ticket = new Ticket(new ObjectId().toHexString());
        ticket.userId = userId;
        ticket.status = AVAILABLE;
        ticket.createdAt = now;
        ticket.take(listing);
        ticket.raise(new TicketCreated(
                ticket.id(),
                ticket.title,
                ticket.priceMinor,
                ticket.currency,
                userId,
                AVAILABLE.toString(),
                ticket.details));
        return ticket;
    }

    /** Call this before the insert, which fails if the request has listed a ticket before. */
    public void madeBy(Optional<String> token) {
        madeBy = token.orElse(null);
    }

    private void take(Listing listing) {
        noteOccasion();
        title = listing.title();
        details = listing.details();
        noteOccasion();
        titleTokens = listing.tokens();
        priceMinor = listing.price().minor();
        currency = listing.price().currency();
    }

    private void noteOccasion() {
        if (occasion() != null) {
            concerned.add(occasion().id());
        }
    }

    /**
     * @throws TicketNotForSale if it is not available
     * @throws CodeOfAnotherEvent if its content has a code, and the event would change
     */
    public void edit(Listing listing) {
        requireAvailable();
        if (codeFingerprint() != null && !listing().isForTheEventOf(listing)) {
            throw new CodeOfAnotherEvent();
        }
        var edited = !listing().equals(listing);
        take(listing);
        raiseUpdated();
        if (edited) {
            listedVersion = version();
        }
    }

    /** @throws TicketNotForSale if it is reserved or sold; does nothing if it is already withdrawn */
    public void withdraw() {
        if (status == RESERVED || status == SOLD) {
            throw new TicketNotForSale(id(), status);
        }
        if (status == AVAILABLE) {
            become(WITHDRAWN);
            content = null;
            raiseUpdated();
        }
    }

    private void requireAvailable() {
        if (status != AVAILABLE) {
            throw new TicketNotForSale(id(), status);
        }
    }

    /** @throws TicketNotForSale unless it is available, or sold without content */
    public void attach(TicketContent attached) {
        if (status != SOLD || content != null) {
            requireAvailable();
        }
        content = attached;
        raiseUpdated();
    }

    /** @throws TicketNotForSale unless it is available; does nothing if it has no content */
    public void removeContent() {
        requireAvailable();
        if (content != null) {
            content = null;
            raiseUpdated();
        }
    }

    /** Its buyer lists the same ticket again: the code now belongs to that listing. */
    public void giveUpCode() {
        content = content == null ? null : content.withoutCode();
    }

    /** Its buyer has opened the content. Does nothing if they have done so before. */
    public void deliver(Instant now) {
        if (content != null && content.deliveredAt() == null) {
            content = content.deliveredAt(now);
            raise(new TicketDelivered(
                    id(),
                    title,
                    priceMinor,
                    currency,
                    userId,
                    status.toString(),
                    Objects.requireNonNull(orderId),
                    details,
                    Objects.requireNonNull(buyerId),
                    now));
        }
    }

    /** Its event has begun: it can no longer be sold. Does nothing unless it is available. */
    public void end(Instant now) {
        if (status == AVAILABLE && hasBegun(now)) {
            become(ENDED);
            raiseUpdated();
        }
    }

    private boolean hasBegun(Instant now) {
        var occasion = occasion();
        return occasion != null && !now.isBefore(occasion.startsAt());
    }

    /**
     * An order has reserved this ticket.
     *
     * @param seenVersion version of the ticket when the order was placed; an order older than the last edit gets no
     *     reservation
     * @param until when the order expires
     */
    public void reserve(String orderId, long seenVersion, Instant until) {
        if (status == SOLD || holds.contains(orderId)) {
            return; // the order of a sold ticket ended before another could buy it
        }
        if (seenVersion < listedVersion) {
            raiseUpdated();
            return;
        }
        holds.add(orderId);
        reservedUntil = until;
        if (status == AVAILABLE || status == ENDED) {
            become(RESERVED);
            this.orderId = orderId;
        }
        raiseUpdated();
    }

    /**
     * An order has bought this ticket, which is final.
     *
     * @param buyerId absent in events of an older version
     */
    public void sell(String orderId, @Nullable String buyerId) {
        if (status == SOLD && orderId.equals(this.orderId)) {
            return;
        }
        become(SOLD);
        this.orderId = orderId;
        this.buyerId = buyerId;
        raiseUpdated();
    }

    /** An order was cancelled; the ticket is then reserved by the next order, available, or ended. */
    public void release(String orderId, Instant now) {
        if (status != RESERVED || !holds.remove(orderId)) {
            return;
        }
        if (holds.isEmpty()) {
            become(hasBegun(now) ? ENDED : AVAILABLE);
            reservedUntil = null;
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
        raise(new TicketUpdated(id(), title, priceMinor, currency, userId, status.toString(), orderId, details));
    }

    public Listing listing() {
        return new Listing(title, price(), details);
    }

    /** The event that it admits to. */
    public @Nullable Occasion occasion() {
        return details == null ? null : details.event();
    }

    public @Nullable TicketContent content() {
        return content;
    }

    /** Of the code on the ticket; absent without content, or if no code is known. */
    public @Nullable String codeFingerprint() {
        return content == null ? null : content.code();
    }

    public boolean isBoughtBy(String userId) {
        return status == SOLD && userId.equals(buyerId);
    }

    /** The event that it admits to, and the one that it admitted to before an edit. */
    public Set<String> concernedEvents() {
        noteOccasion();
        return Set.copyOf(concerned);
    }

    public boolean isOfferedBy(String userId) {
        return this.userId.equals(userId);
    }

    public String userId() {
        return userId;
    }

    public String title() {
        return title;
    }

    public Price price() {
        return new Price(priceMinor, currency);
    }

    public TicketStatus status() {
        return status;
    }

    public @Nullable String orderId() {
        return orderId;
    }

    /** When the latest order for it expires; absent unless the ticket is reserved, or if the time is unknown. */
    public @Nullable Instant reservedUntil() {
        return status == RESERVED ? reservedUntil : null;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
