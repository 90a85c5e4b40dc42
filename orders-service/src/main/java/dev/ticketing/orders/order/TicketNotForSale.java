package dev.ticketing.orders.order;

/** The ticket exists, but it is reserved, sold, withdrawn or ended. */
public class TicketNotForSale extends RuntimeException {

    private final String code;

    private TicketNotForSale(String code, String message) {
        super(message);
        this.code = code;
    }

    public static TicketNotForSale heldBy(Order order) {
        var ticketId = order.ticket().id();
        return order.status() == OrderStatus.COMPLETE
                ? new TicketNotForSale("ticket-sold", "Ticket " + ticketId + " is sold.")
                : reserved(ticketId);
    }

    public static TicketNotForSale reserved(String ticketId) {
        return new TicketNotForSale("ticket-reserved", "Ticket " + ticketId + " is reserved at the moment.");
    }

    static TicketNotForSale withdrawn(String ticketId) {
        return new TicketNotForSale("ticket-withdrawn", "Ticket " + ticketId + " is no longer for sale.");
    }

    static TicketNotForSale ended(String ticketId) {
        return new TicketNotForSale("ticket-ended", "The event of ticket " + ticketId + " has begun.");
    }

    /** Problem code: {@code ticket-reserved}, {@code ticket-sold}, {@code ticket-withdrawn} or {@code ticket-ended}. */
    public String code() {
        return code;
    }
}
