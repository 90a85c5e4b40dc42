package dev.ticketing.tickets.ticket;

/** The ticket is reserved, sold, withdrawn or ended, so that its seller cannot change it. */
public class TicketNotForSale extends RuntimeException {

    private final TicketStatus status;

    TicketNotForSale(String ticketId, TicketStatus status) {
        super("Ticket " + ticketId + " is " + status + " and cannot be changed.");
        this.status = status;
    }

    /** Problem code: {@code ticket-reserved}, {@code ticket-sold}, {@code ticket-withdrawn} or {@code ticket-ended}. */
    public String code() {
        return "ticket-" + status;
    }
}
