package dev.ticketing.payments.payment;

import dev.ticketing.messaging.Creation;
import dev.ticketing.web.IdempotencyKeyReused;
import org.springframework.stereotype.Component;

/** Keeps what requests with a key were answered; of answers given at once, the first is everybody's. */
@Component
class KeyedAnswers {

    private final Payments payments;
    private final PaymentChanges changes;

    KeyedAnswers(Payments payments, PaymentChanges changes) {
        this.payments = payments;
        this.changes = changes;
    }

    /** @throws IdempotencyKeyReused if the key came with another body, be it for this order or another */
    void requireSameBody(Creation request) {
        if (request == null) {
            return;
        }
        payments.findByRequestsKey(request.key()).stream()
                .flatMap(payment -> payment.requestLike(request).stream())
                .forEach(known -> requireSameBody(known, request));
    }

    static void requireSameBody(KeyedRequest known, Creation request) {
        if (!known.fingerprint().equals(request.fingerprint())) {
            throw new IdempotencyKeyReused();
        }
    }

    /** @param request {@code null} if it has no key */
    PayAnswer keep(Creation request, PayAnswer answer) {
        if (request == null) {
            return answer;
        }
        var payment = changes.change(answer.paymentId(), current -> current.answer(request, answer));
        return payment.answerTo(request).orElseThrow();
    }

    PayAnswer keepRefusal(Creation request, String orderId, Refusal refusal) {
        var paymentId = payments.findByOrderId(orderId).map(Payment::id).orElseThrow();
        return keep(request, PayAnswer.refused(paymentId, refusal));
    }
}
