package dev.ticketing.orders.order;

/** tickets-service has neither confirmed nor refused the reservation yet. */
public class HoldNotConfirmed extends RuntimeException {

    HoldNotConfirmed(String orderId) {
        super("order " + orderId + " waits for tickets-service to confirm its hold");
    }
}
