package dev.ticketing.payments.payment;

/** There is no such order, or it is not the asking buyer's. */
class OrderNotFound extends RuntimeException {

    OrderNotFound(String orderId) {
        super("There is no order " + orderId + " of yours.");
    }
}
