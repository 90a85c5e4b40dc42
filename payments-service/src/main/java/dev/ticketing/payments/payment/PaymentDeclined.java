package dev.ticketing.payments.payment;

/** The card was declined; the order can still be paid. */
class PaymentDeclined extends RuntimeException {

    PaymentDeclined(String message) {
        super(message);
    }
}
