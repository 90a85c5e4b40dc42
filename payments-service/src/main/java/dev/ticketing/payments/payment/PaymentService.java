package dev.ticketing.payments.payment;

import dev.ticketing.messaging.Creation;
import dev.ticketing.messaging.Replicas;
import dev.ticketing.payments.order.Order;
import dev.ticketing.payments.order.OrderNotPayable;
import dev.ticketing.payments.order.Orders;
import dev.ticketing.payments.stripe.StripeUnavailable;
import dev.ticketing.web.IdempotencyKey;
import dev.ticketing.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** What a buyer does: pays an order, and looks at his payments. */
@Service
class PaymentService {

    private static final Duration CLAIM_TAKES_AT_MOST = Duration.ofSeconds(3);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Payments payments;
    private final Orders orders;
    private final Attempts attempts;
    private final Settlement settlement;
    private final KeyedAnswers answers;
    private final Clock clock;

    PaymentService(
            Payments payments,
            Orders orders,
            Attempts attempts,
            Settlement settlement,
            KeyedAnswers answers,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.attempts = attempts;
        this.settlement = settlement;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param key {@code null} if it has none */
    private record Request(Order order, String token, Creation key) {}

    /**
     * Has the card accepted, and waits a little for orders' answer. Whoever pays the same order at the same time gets the
     * same answer; one of them pays. Who comes again with the same key gets the first answer, and tries nothing.
     */
    PayAnswer pay(String userId, Optional<IdempotencyKey> givenKey, String orderId, String token) {
        var key = givenKey.map(given -> given.by(userId, clock.instant())).orElse(null);
        answers.requireSameBody(key);
        var order = Replicas.await(() -> orders.findById(orderId))
                .filter(found -> found.isOwnedBy(userId))
                .orElseThrow(() -> new OrderNotFound(orderId));
        return answer(new Request(order, token, key)).orRefusal();
    }

    private PayAnswer answer(Request request) {
        try {
            var payment = attempt(request);
            return payment.answerTo(request.key())
                    .orElseGet(() -> answers.keep(request.key(), PayAnswer.of(outcome(payment))));
        } catch (PaymentDeclined e) {
            return answers.keepRefusal(request.key(), request.order().id(), Refusal.of(e));
        } catch (InvalidToken e) {
            return answers.keepRefusal(request.key(), request.order().id(), Refusal.of(e));
        }
    }

    private Payment attempt(Request request) {
        while (true) {
            try {
                var payment = payments.findByOrderId(request.order().id());
                return payment.isPresent() ? attempt(payment.get(), request) : first(request);
            } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
                // somebody else was quicker: look again
            }
        }
    }

    private Payment first(Request request) {
        var now = clock.instant();
        request.order().requirePayable(now);
        answers.claim(request.key());
        var payment = Payment.open(request.order(), request.token(), now);
        payment.requestedBy(request.key());
        return accepted(attempts.run(payments.insert(payment)));
    }

    private Payment attempt(Payment payment, Request request) {
        if (isOver(payment, request)) {
            return payment;
        }
        if (!payment.status().isSettled()) {
            answers.claim(request.key());
        }
        var now = clock.instant();
        if (payment.isHeld(now)) {
            return join(payment, request);
        }
        return switch (payment.status()) {
            case AUTHORIZED -> payment;
            case CAPTURED, REFUNDED -> throw new OrderNotPayable(payment.orderId(), "is paid already");
            case FAILED, VOIDED -> throw new OrderNotPayable(payment.orderId(), "is over");
            case REQUIRES_ACTION -> afterAction(payment, request);
            case PENDING -> again(payment, request);
        };
    }

    /** Whether this very request was here before and nothing is left to try; perhaps nobody has written down its answer. */
    private static boolean isOver(Payment payment, Request request) {
        return payment.requestLike(request.key())
                .filter(before -> before.answer() != null || !payment.status().isUnpaid())
                .isPresent();
    }

    /** Waits for the attempt that runs; its answer is ours, unless it was declined and we have another card. */
    private Payment join(Payment payment, Request request) {
        var running = payment.attempt();
        var ended = await(payment, now -> !isRunning(now, running), Attempt.LEASE);
        if (ended.refusal() != null && !running.token().equals(request.token())) {
            return attempt(request);
        }
        if (ended.isInterrupted(clock.instant())) {
            throw StripeUnavailable.noAnswer();
        }
        return accepted(ended);
    }

    private boolean isRunning(Payment payment, Attempt attempt) {
        return payment.isHeld(clock.instant()) && payment.attempt().number() == attempt.number();
    }

    /** The buyer may have proved who he is meanwhile, or wants another card. */
    private Payment afterAction(Payment payment, Request request) {
        var sameCard = payment.attempt().token().equals(request.token());
        var current = settlement.refresh(payment.id());
        if (current.status() != PaymentStatus.REQUIRES_ACTION) {
            return sameCard ? accepted(current) : attempt(request);
        }
        return sameCard ? current : again(current, request);
    }

    private Payment again(Payment payment, Request request) {
        var now = clock.instant();
        request.order().requirePayable(now);
        if (payment.isInterrupted(now)) {
            return resumed(payment, request);
        }
        payment.begin(request.token(), now);
        payment.requestedBy(request.key());
        return accepted(attempts.run(payments.save(payment)));
    }

    private Payment resumed(Payment payment, Request request) {
        var before = payment.attempt();
        payment.takeOver(clock.instant());
        var after = attempts.resume(payments.save(payment));
        return after.refusal() != null && !before.token().equals(request.token()) ? attempt(request) : accepted(after);
    }

    /** @throws RuntimeException the refusal, if there is one */
    private static Payment accepted(Payment payment) {
        if (payment.status() == PaymentStatus.PENDING && payment.refusal() != null) {
            throw payment.refusal().asException();
        }
        return payment;
    }

    /** The truth, if it comes soon: captured, or lost to somebody who was quicker than the card. */
    private Payment outcome(Payment payment) {
        var settled = await(payment, now -> now.status() != PaymentStatus.AUTHORIZED, CLAIM_TAKES_AT_MOST);
        return switch (settled.status()) {
            case PENDING, REQUIRES_ACTION, CAPTURED -> settled;
            case AUTHORIZED -> notLost(settled);
            case FAILED -> throw settled.refusal().asException();
            case VOIDED, REFUNDED -> throw new OrderNotPayable(settled.orderId(), "is cancelled");
        };
    }

    /** The amount may still be held because Stripe is busy, while the order is decided. */
    private Payment notLost(Payment authorized) {
        if (orders.findById(authorized.orderId()).filter(Order::isCancelled).isPresent()) {
            throw new OrderNotPayable(authorized.orderId(), "is cancelled");
        }
        return authorized;
    }

    private Payment await(Payment seen, Predicate<Payment> done, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        var payment = seen;
        while (!done.test(payment) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(INTERVAL.toNanos());
            payment = payments.findById(seen.id()).orElseThrow();
        }
        return payment;
    }

    /** @throws PaymentNotFound also when it is somebody else's */
    Payment find(String userId, String paymentId) {
        return payments.findById(paymentId)
                .filter(payment -> payment.isOwnedBy(userId))
                .orElseThrow(() -> new PaymentNotFound(paymentId));
    }

    List<Payment> list(String userId, Paging paging) {
        var limit = Limit.of(paging.lookAhead());
        var after = paging.idCursor();
        return after == null
                ? payments.findByUserIdOrderByIdDesc(userId, limit)
                : payments.findByUserIdAndIdLessThanOrderByIdDesc(userId, after, limit);
    }
}
