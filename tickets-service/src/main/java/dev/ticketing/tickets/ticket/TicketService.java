package dev.ticketing.tickets.ticket;

import dev.ticketing.messaging.RetryOnConflict;
import dev.ticketing.web.FirstAnswers;
import dev.ticketing.web.IdempotencyKey;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** One method per use case: load, let the ticket decide, save. */
@Service
class TicketService {

    private final Tickets tickets;
    private final FirstAnswers firstAnswers;
    private final Clock clock;

    TicketService(Tickets tickets, FirstAnswers firstAnswers, Clock clock) {
        this.tickets = tickets;
        this.firstAnswers = firstAnswers;
        this.clock = clock;
    }

    /** Offers a new ticket; a repeated request gets its ticket again. */
    Ticket list(String userId, Optional<IdempotencyKey> key, Listing listing) {
        return firstAnswers.make(Ticket.class, userId, key, creation -> {
            var ticket = Ticket.list(listing, userId, clock.instant());
            ticket.createdBy(creation);
            return tickets.save(ticket);
        });
    }

    /** @throws TicketNotFound also when the id is malformed */
    Ticket find(String ticketId) {
        return tickets.findById(ticketId).orElseThrow(() -> new TicketNotFound(ticketId));
    }

    /** What a new price is in when nothing else is said; that of an unknown ticket, too, has an answer. */
    String currencyOf(String ticketId) {
        return tickets.findById(ticketId)
                .map(ticket -> ticket.price().currency())
                .orElse(Price.DEFAULT_CURRENCY);
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
    void reserve(String ticketId, String orderId) {
        save(find(ticketId), ticket -> ticket.reserve(orderId));
    }

    @RetryOnConflict
    void sell(String ticketId, String orderId) {
        save(find(ticketId), ticket -> ticket.sell(orderId));
    }

    @RetryOnConflict
    void release(String ticketId, String orderId) {
        save(find(ticketId), ticket -> ticket.release(orderId));
    }

    /** Saves only what has changed, and a change always raises an event. */
    private Ticket save(Ticket ticket, Consumer<Ticket> decision) {
        decision.accept(ticket);
        return ticket.raisedEvents().isEmpty() ? ticket : tickets.save(ticket);
    }
}
