package dev.ticketing.payments.payment;

import dev.ticketing.payments.payment.Payment.NextAction;

/**
 * What a buyer hears who pays.
 *
 * @param refusal why not; the status is {@code null} then
 */
record PayAnswer(String paymentId, PaymentStatus status, NextAction nextAction, Refusal refusal) {

    static PayAnswer of(Payment payment) {
        return new PayAnswer(payment.id(), payment.status(), payment.nextAction(), null);
    }

    static PayAnswer refused(String paymentId, Refusal why) {
        return new PayAnswer(paymentId, null, null, why);
    }

    /** @throws RuntimeException the refusal, if it is one */
    PayAnswer orRefusal() {
        if (refusal != null) {
            throw refusal.asException();
        }
        return this;
    }
}
