package dev.ticketing.payments.payment;

import dev.ticketing.messaging.RetryOnConflict;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Writes down what is known already, whoever else writes at the same time. */
@Component
class PaymentChanges {

    private final Payments payments;

    PaymentChanges(Payments payments) {
        this.payments = payments;
    }

    /** @param decision tells whether it has changed anything; only then the payment is saved */
    @RetryOnConflict
    Payment change(String paymentId, Predicate<Payment> decision) {
        var payment = payments.findById(paymentId).orElseThrow(() -> new PaymentNotFound(paymentId));
        return decision.test(payment) ? payments.save(payment) : payment;
    }
}
