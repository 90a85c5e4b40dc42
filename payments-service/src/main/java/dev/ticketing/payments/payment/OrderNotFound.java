package dev.ticketing.payments.payment;

/** There is no such order, or it is not the asking buyer's. */
class OrderNotFound extends RuntimeException {

    OrderNotFound(String orderId) {
        super("You have no order " + orderId + ".");
    }
}
