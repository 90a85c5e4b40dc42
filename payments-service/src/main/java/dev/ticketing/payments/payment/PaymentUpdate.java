package dev.ticketing.payments.payment;

import dev.ticketing.documents.RetryOnConflict;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Applies a change to a payment, and repeats it after a concurrent update. */
@Component
public class PaymentUpdate {

    private final Payments payments;

    PaymentUpdate(Payments payments) {
        this.payments = payments;
    }

    /** @param decision returns whether it has changed anything; only then the payment is saved */
    @RetryOnConflict
    public Payment apply(String paymentId, Predicate<Payment> decision) {
        var payment = payments.findById(paymentId).orElseThrow(() -> new PaymentNotFound(paymentId));
        return decision.test(payment) ? payments.save(payment) : payment;
    }
}
