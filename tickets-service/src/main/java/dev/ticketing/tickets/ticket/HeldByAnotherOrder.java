package dev.ticketing.tickets.ticket;

/** The order before has ended, or there would be no new one; but we have not heard of its end yet. */
class HeldByAnotherOrder extends RuntimeException {

    HeldByAnotherOrder(String ticketId, String holder, String orderId) {
        super("ticket " + ticketId + " is held by order " + holder + " (expected: free for order " + orderId + ")");
    }
}
