package dev.ticketing.tickets.application;

import dev.ticketing.documents.RetryOnConflict;
import dev.ticketing.tickets.listing.ListingSettings;
import dev.ticketing.tickets.ticket.Listing;
import dev.ticketing.tickets.ticket.NotYourTicket;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketChangedMeanwhile;
import dev.ticketing.tickets.ticket.TicketNotFound;
import dev.ticketing.tickets.ticket.Tickets;
import dev.ticketing.web.idempotency.IdempotentRequests;
import dev.ticketing.web.idempotency.RequestKey;
import dev.ticketing.web.limits.Limiter;
import dev.ticketing.web.limits.Quota;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** One method per use case: load, let the ticket decide, save. */
@Service
class TicketService {

    private final Tickets tickets;
    private final IdempotentRequests requests;
    private final Limiter limiter;
    private final Quota listings;
    private final Clock clock;

    TicketService(
            Tickets tickets, IdempotentRequests requests, Limiter limiter, ListingSettings settings, Clock clock) {
        this.tickets = tickets;
        this.requests = requests;
        this.limiter = limiter;
        this.listings = new Quota("listings", "account", settings.listingsPerSeller());
        this.clock = clock;
    }

    /** Offers a new ticket; a repeated request receives the same ticket. */
    Ticket list(String userId, Optional<RequestKey> key, Listing listing) {
        return requests.make(Ticket.class, key, madeBy -> {
            limiter.take(listings, userId);
            var ticket = Ticket.list(listing, userId, clock.instant());
            ticket.madeBy(madeBy);
            return tickets.save(ticket);
        });
    }

    /** @throws TicketNotFound also when the id is malformed */
    Ticket find(String ticketId) {
        return tickets.findById(ticketId).orElseThrow(() -> new TicketNotFound(ticketId));
    }

    /** The current listing, with which an edit begins; empty if the ticket does not exist. */
    Optional<Listing> listingOf(String ticketId) {
        return tickets.findById(ticketId).map(Ticket::listing);
    }

    @RetryOnConflict
    Ticket edit(String userId, String ticketId, IfMatch ifMatch, Listing listing) {
        return save(findOwn(userId, ticketId, ifMatch), ticket -> ticket.edit(listing));
    }

    @RetryOnConflict
    void withdraw(String userId, String ticketId, IfMatch ifMatch) {
        save(findOwn(userId, ticketId, ifMatch), Ticket::withdraw);
    }

    private Ticket findOwn(String userId, String ticketId, IfMatch ifMatch) {
        var ticket = find(ticketId);
        if (!ticket.isOfferedBy(userId)) {
            throw new NotYourTicket(ticketId);
        }
        if (!ifMatch.allows(ticket.version())) {
            throw new TicketChangedMeanwhile(ticketId, ticket.version());
        }
        return ticket;
    }

    @RetryOnConflict
    void reserve(String ticketId, String orderId, long seenVersion, Instant until) {
        save(find(ticketId), ticket -> ticket.reserve(orderId, seenVersion, until));
    }

    @RetryOnConflict
    void sell(String ticketId, String orderId, @Nullable String buyerId) {
        save(find(ticketId), ticket -> ticket.sell(orderId, buyerId));
    }

    @RetryOnConflict
    void release(String ticketId, String orderId) {
        save(find(ticketId), ticket -> ticket.release(orderId, clock.instant()));
    }

    @RetryOnConflict
    void end(String ticketId) {
        save(find(ticketId), ticket -> ticket.end(clock.instant()));
    }

    /** Saves only changes; a change always raises an event. */
    private Ticket save(Ticket ticket, Consumer<Ticket> decision) {
        decision.accept(ticket);
        return ticket.raisedEvents().isEmpty() ? ticket : tickets.save(ticket);
    }
}
