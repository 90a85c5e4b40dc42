package dev.ticketing.client.api;

/**
 * A payment as payments-service tells the buyer.
 *
 * @param clientSecret for Stripe's script, while the buyer's bank wants to hear from him
 * @param nextActionUrl page of that bank, if it has one
 */
public record Payment(String id, String orderId, String status, String clientSecret, String nextActionUrl) {

    /** The money is secured; the order will follow. */
    public boolean isOnItsWay() {
        return status.equals("authorized") || status.equals("captured");
    }

    public boolean isActionRequired() {
        return status.equals("requires_action");
    }
}
