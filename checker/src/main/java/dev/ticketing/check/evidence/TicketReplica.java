package dev.ticketing.check.evidence;

/** The replica of a ticket in orders-service. */
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
