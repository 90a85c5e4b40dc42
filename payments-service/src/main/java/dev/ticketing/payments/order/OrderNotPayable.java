package dev.ticketing.payments.order;

/** The order is cancelled, expired, or paid already. */
public final class OrderNotPayable extends RuntimeException {

    public OrderNotPayable(String orderId, String why) {
        super("Order " + orderId + " " + why + " and cannot be paid.");
    }
}
