package dev.ticketing.payments.payment;

import dev.ticketing.messaging.Creation;
import dev.ticketing.web.IdempotencyKeyReused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps keys for the requests that came first with them, and what those were answered; of answers given at once, the first is everybody's. */
@Component
class KeyedAnswers {

    private final ClaimedKeys keys;
    private final Payments payments;
    private final PaymentChanges changes;

    KeyedAnswers(ClaimedKeys keys, Payments payments, PaymentChanges changes) {
        this.keys = keys;
        this.payments = payments;
        this.changes = changes;
    }

    /** @throws IdempotencyKeyReused if the key came with another body, be it for this order or another */
    void requireSameBody(Creation request) {
        if (request != null) {
            keys.findById(request.key())
                    .filter(claimed -> !claimed.isForgotten(request.at()))
                    .ifPresent(claimed -> requireSame(claimed.fingerprint(), request));
        }
    }

    /** To be called before anything is done. @throws IdempotencyKeyReused if a request with another body was quicker */
    void claim(Creation request) {
        while (request != null) {
            try {
                keys.insert(ClaimedKey.by(request));
                return;
            } catch (DuplicateKeyException e) {
                var claimed = keys.findById(request.key());
                if (claimed.filter(one -> !one.isForgotten(request.at())).isPresent()) {
                    requireSame(claimed.get().fingerprint(), request);
                    return;
                }
                claimed.ifPresent(forgotten -> keys.deleteByKeyAndAt(forgotten.key(), forgotten.at()));
            }
        }
    }

    private static void requireSame(String fingerprint, Creation request) {
        if (!fingerprint.equals(request.fingerprint())) {
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
