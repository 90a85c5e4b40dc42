package dev.ticketing.orders.order;

/** The order is paid, or being paid. */
class OrderNotCancellable extends RuntimeException {

    OrderNotCancellable(String orderId, OrderStatus status) {
        super("Order " + orderId + " is " + status + " and cannot be cancelled any more.");
    }
}
