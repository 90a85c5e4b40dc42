package dev.ticketing.payments.payment;

/** There is no such payment, or it is not the asking buyer's. */
class PaymentNotFound extends RuntimeException {

    PaymentNotFound(String paymentId) {
        super("You have no payment " + paymentId + ".");
    }
}
