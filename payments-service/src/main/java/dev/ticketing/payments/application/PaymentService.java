package dev.ticketing.payments.application;

import dev.ticketing.messaging.Replicas;
import dev.ticketing.payments.order.Order;
import dev.ticketing.payments.order.OrderNotPayable;
import dev.ticketing.payments.order.Orders;
import dev.ticketing.payments.payment.Attempt;
import dev.ticketing.payments.payment.Outcome;
import dev.ticketing.payments.payment.Payment;
import dev.ticketing.payments.payment.PaymentNotFound;
import dev.ticketing.payments.payment.PaymentStatus;
import dev.ticketing.payments.payment.Payments;
import dev.ticketing.payments.settlement.CardAttempt;
import dev.ticketing.payments.settlement.Settlement;
import dev.ticketing.payments.stripe.StripeUnavailable;
import dev.ticketing.web.idempotency.IdempotentRequests;
import dev.ticketing.web.idempotency.RequestKey;
import dev.ticketing.web.input.Paging;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** The buyer's use cases: pays an order, and reads their payments. */
@Service
class PaymentService {

    private static final Duration CLAIM_TAKES_AT_MOST = Duration.ofSeconds(3);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Payments payments;
    private final Answers answers;
    private final Orders orders;
    private final Replicas replicas;
    private final IdempotentRequests requests;
    private final CardAttempt cardAttempt;
    private final AttemptLimits limits;
    private final Settlement settlement;
    private final Clock clock;

    PaymentService(
            Payments payments,
            Answers answers,
            Orders orders,
            Replicas replicas,
            IdempotentRequests requests,
            CardAttempt cardAttempt,
            AttemptLimits limits,
            Settlement settlement,
            Clock clock) {
        this.payments = payments;
        this.answers = answers;
        this.orders = orders;
        this.replicas = replicas;
        this.requests = requests;
        this.cardAttempt = cardAttempt;
        this.limits = limits;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** @param token of a request with an idempotency key */
    private record Request(Order order, String card, Optional<String> token) {}

    /**
     * Tries the card, and waits briefly for the decision of orders-service. Concurrent payments of one order share one
     * attempt and its outcome. Repeating a key returns the first outcome without a new attempt.
     */
    Outcome pay(String userId, Optional<RequestKey> key, String orderId, String card) {
        return requests.make(Answer.class, key, token -> {
                    var request = new Request(ownOrder(userId, orderId), card, token);
                    var payment = untilAnswered(() -> step(request));
                    return given(Answer.to(token, outcome(payment), clock.instant()));
                })
                .outcome();
    }

    private Order ownOrder(String userId, String orderId) {
        return replicas.await(orderId, () -> orders.findById(orderId))
                .filter(order -> order.isOwnedBy(userId))
                .orElseThrow(() -> new OrderNotFound(orderId));
    }

    private Answer given(Answer answer) {
        return answer.isStored() ? answers.insert(answer) : answer;
    }

    /** @param step returns nothing as long as another step follows */
    private static Payment untilAnswered(Supplier<Optional<Payment>> step) {
        while (true) {
            try {
                var payment = step.get();
                if (payment.isPresent()) {
                    return payment.get();
                }
            } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
                // a concurrent request was faster: look again
            }
        }
    }

    /** Returns the payment once it answers this request. */
    private Optional<Payment> step(Request request) {
        var now = clock.instant();
        var order = request.order();
        var payment = payments.findByOrderId(order.id()).orElseGet(() -> Payment.of(order, now));
        if (payment.isDoneFor(request.token())) {
            return Optional.of(payment);
        }
        if (payment.attempts().isHeld(now)) {
            return join(payment, request);
        }
        return switch (payment.status()) {
            case AUTHORIZED -> Optional.of(payment);
            case CAPTURED -> throw new OrderNotPayable(order.id(), "is already paid");
            case FAILED -> throw new OrderNotPayable(order.id(), "is over");
            case VOIDED, REFUNDED -> throw new OrderNotPayable(order.id(), "is cancelled");
            case REQUIRES_ACTION -> afterAction(payment, request);
            case PENDING -> payment.attempts().isInterrupted(now) ? resume(payment, request) : begin(payment, request);
        };
    }

    /**
     * Waits for the running attempt. Its outcome answers this request, unless it was refused and this request has
     * another card, or the next attempt runs already.
     */
    private Optional<Payment> join(Payment payment, Request request) {
        var running = payment.attempts().last();
        var ended = await(payment, now -> !now.attempts().isHeldFor(running, clock.instant()), Attempt.LEASE);
        if (ended.attempts().isAfter(running) || isForOtherCard(ended, running, request)) {
            return Optional.empty();
        }
        if (ended.attempts().isInterrupted(clock.instant())) {
            throw StripeUnavailable.noAnswer();
        }
        return Optional.of(ended);
    }

    private static boolean isForOtherCard(Payment payment, Attempt attempt, Request request) {
        return payment.attempts().refusal().isPresent() && !attempt.isOf(request.card());
    }

    /** The buyer may have authenticated meanwhile, or wants to pay with another card. */
    private Optional<Payment> afterAction(Payment payment, Request request) {
        var isSameCard = payment.attempts().last().isOf(request.card());
        var current = settlement.refresh(payment.id());
        if (isSameCard) {
            return Optional.of(current);
        }
        return current.status() == PaymentStatus.REQUIRES_ACTION ? begin(current, request) : Optional.empty();
    }

    private Optional<Payment> begin(Payment payment, Request request) {
        var now = clock.instant();
        request.order().requirePayable(now);
        limits.requirePauseOver(payment);
        keepRefusal(payment, now);
        payment.begin(request.card(), request.token(), now);
        return Optional.of(limits.counted(payment.userId(), () -> cardAttempt.run(payments.save(payment))));
    }

    /** The refused request may not have stored its answer, and the next attempt takes its place in the payment. */
    private void keepRefusal(Payment payment, Instant now) {
        var attempts = payment.attempts();
        if (attempts.refusal().isPresent() && attempts.requestedBy().isPresent()) {
            try {
                answers.insert(
                        Answer.to(attempts.requestedBy(), attempts.refusal().get(), now));
            } catch (DuplicateKeyException e) {
                // it has
            }
        }
    }

    private Optional<Payment> resume(Payment payment, Request request) {
        var now = clock.instant();
        request.order().requirePayable(now);
        var interrupted = payment.attempts().last();
        payment.takeOver(now);
        var after = cardAttempt.resume(payments.save(payment));
        return isForOtherCard(after, interrupted, request) ? Optional.empty() : Optional.of(after);
    }

    /** The final state, if it comes soon: captured, or lost to a faster buyer. */
    private Outcome outcome(Payment payment) {
        var decided = await(payment, now -> now.status() != PaymentStatus.AUTHORIZED, CLAIM_TAKES_AT_MOST);
        if (decided.status() == PaymentStatus.AUTHORIZED) {
            requireNotLost(decided.orderId());
        }
        return Outcome.of(decided);
    }

    /** The amount may still be held because Stripe is busy, although the order is decided. */
    private void requireNotLost(String orderId) {
        if (orders.findById(orderId).filter(Order::isCancelled).isPresent()) {
            throw new OrderNotPayable(orderId, "is cancelled");
        }
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

    /** @throws PaymentNotFound also for a payment of another buyer */
    Payment find(String userId, String paymentId) {
        return payments.findById(paymentId)
                .filter(payment -> payment.userId().equals(userId))
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
