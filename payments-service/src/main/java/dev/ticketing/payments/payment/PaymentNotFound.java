package dev.ticketing.payments.payment;

/** The payment does not exist, or belongs to another buyer. */
public class PaymentNotFound extends RuntimeException {

    public PaymentNotFound(String paymentId) {
        super("You have no payment " + paymentId + ".");
    }
}
