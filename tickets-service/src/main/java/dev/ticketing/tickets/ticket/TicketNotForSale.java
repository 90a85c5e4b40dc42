package dev.ticketing.tickets.ticket;

/** The ticket is reserved, sold or withdrawn, so that its seller cannot change it. */
public class TicketNotForSale extends RuntimeException {

    private final TicketStatus status;

    TicketNotForSale(String ticketId, TicketStatus status) {
        super("Ticket " + ticketId + " is " + status + " and cannot be changed.");
        this.status = status;
    }

    /** Problem code: {@code ticket-reserved}, {@code ticket-sold} or {@code ticket-withdrawn}. */
    public String code() {
        return "ticket-" + status;
    }
}
