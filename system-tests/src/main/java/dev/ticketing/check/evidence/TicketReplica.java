package dev.ticketing.check.evidence;

/** What orders-service knows of a ticket. */
public record TicketReplica(
        String id, String userId, String title, long priceMinor, String currency, Ticket.Status status, long version) {

    public static TicketReplica of(Ticket ticket) {
        return new TicketReplica(
                ticket.id(),
                ticket.userId(),
                ticket.title(),
                ticket.priceMinor(),
                ticket.currency(),
                ticket.status(),
                ticket.version());
    }
}
