package dev.ticketing.orders.application;

/** The order does not exist, or belongs to another buyer. */
class OrderNotFound extends RuntimeException {

    OrderNotFound(String orderId) {
        super("You have no order " + orderId + ".");
    }
}
