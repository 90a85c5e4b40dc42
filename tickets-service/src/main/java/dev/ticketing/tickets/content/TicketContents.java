package dev.ticketing.tickets.content;

import dev.ticketing.documents.RetryOnConflict;
import dev.ticketing.tickets.ticket.NotYourTicket;
import dev.ticketing.tickets.ticket.Ticket;
import dev.ticketing.tickets.ticket.TicketContent;
import dev.ticketing.tickets.ticket.TicketNotFound;
import dev.ticketing.tickets.ticket.Tickets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a ticket says about its content: each change is one write of the ticket. */
@Component
class TicketContents {

    private final Tickets tickets;
    private final Clock clock;

    TicketContents(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    /** @throws NotYourTicket if somebody else sells it */
    Ticket own(String userId, String ticketId) {
        var ticket = find(ticketId);
        if (!ticket.isOfferedBy(userId)) {
            throw new NotYourTicket(ticketId);
        }
        return ticket;
    }

    private Ticket find(String ticketId) {
        return tickets.findById(ticketId).orElseThrow(() -> new TicketNotFound(ticketId));
    }

    /**
     * Returns the content that was there before.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another listing has the code
     */
    @RetryOnConflict
    public Optional<TicketContent> attach(String userId, String ticketId, TicketContent content) {
        var ticket = own(userId, ticketId);
        var before = Optional.ofNullable(ticket.content());
        ticket.attach(content);
        tickets.save(ticket);
        return before;
    }

    @RetryOnConflict
    public Optional<TicketContent> remove(String userId, String ticketId) {
        var ticket = own(userId, ticketId);
        var before = Optional.ofNullable(ticket.content());
        ticket.removeContent();
        if (before.isPresent()) {
            tickets.save(ticket);
        }
        return before;
    }

    /** Whether this buyer of a ticket with this code could have it for a new listing. */
    @RetryOnConflict
    public boolean passOn(String userId, String code) {
        var bought = tickets.findByContentCode(code).filter(ticket -> ticket.isBoughtBy(userId));
        bought.ifPresent(ticket -> {
            ticket.giveUpCode();
            tickets.save(ticket);
        });
        return bought.isPresent();
    }

    /**
     * The ticket, if this user may see its content.
     *
     * @throws ContentNotFound also if there is no such ticket
     */
    Ticket readable(String userId, String ticketId) {
        return tickets.findById(ticketId)
                .filter(ticket -> ticket.content() != null)
                .filter(ticket -> ticket.isOfferedBy(userId) || ticket.isBoughtBy(userId))
                .orElseThrow(() -> new ContentNotFound(ticketId));
    }

    /** Notes the first time that the buyer opens it. */
    @RetryOnConflict
    public void deliver(String ticketId) {
        var ticket = find(ticketId);
        ticket.deliver(clock.instant());
        if (!ticket.raisedEvents().isEmpty()) {
            tickets.save(ticket);
        }
    }
}
