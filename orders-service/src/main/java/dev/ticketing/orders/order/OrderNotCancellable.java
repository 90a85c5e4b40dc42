package dev.ticketing.orders.order;

/** The order is paid, or being paid. */
public class OrderNotCancellable extends RuntimeException {

    OrderNotCancellable(String orderId, OrderStatus status) {
        super("Order " + orderId + " is " + status + " and cannot be cancelled any more.");
    }
}
