package dev.ticketing.payments.payment;

/** The payment does not exist, or belongs to another buyer. */
class PaymentNotFound extends RuntimeException {

    PaymentNotFound(String paymentId) {
        super("You have no payment " + paymentId + ".");
    }
}
