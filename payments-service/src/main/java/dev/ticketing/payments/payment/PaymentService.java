package dev.ticketing.payments.payment;

import dev.ticketing.messaging.Replicas;
import dev.ticketing.payments.order.Order;
import dev.ticketing.payments.order.OrderNotPayable;
import dev.ticketing.payments.order.Orders;
import dev.ticketing.payments.stripe.StripeUnavailable;
import dev.ticketing.web.Paging;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private final Clock clock;

    PaymentService(Payments payments, Orders orders, Attempts attempts, Settlement settlement, Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.attempts = attempts;
        this.settlement = settlement;
        this.clock = clock;
    }

    /**
     * Has the card accepted, and waits a little for orders' answer. Whoever pays the same order at the same time gets the
     * same answer; one of them pays.
     */
    Payment pay(String userId, String orderId, String token) {
        var order = Replicas.await(() -> orders.findById(orderId))
                .filter(found -> found.isOwnedBy(userId))
                .orElseThrow(() -> new OrderNotFound(orderId));
        return outcome(attempt(order, token));
    }

    private Payment attempt(Order order, String token) {
        while (true) {
            try {
                var payment = payments.findByOrderId(order.id());
                return payment.isPresent() ? attempt(payment.get(), order, token) : first(order, token);
            } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
                // somebody else was quicker: look again
            }
        }
    }

    private Payment first(Order order, String token) {
        var now = clock.instant();
        order.requirePayable(now);
        return accepted(attempts.run(payments.insert(Payment.open(order, token, now))));
    }

    private Payment attempt(Payment payment, Order order, String token) {
        var now = clock.instant();
        if (payment.isHeld(now)) {
            return join(payment, order, token);
        }
        return switch (payment.status()) {
            case AUTHORIZED -> payment;
            case CAPTURED, REFUNDED -> throw new OrderNotPayable(order.id(), "is paid already");
            case FAILED, VOIDED -> throw new OrderNotPayable(order.id(), "is over");
            case REQUIRES_ACTION -> afterAction(payment, order, token);
            case PENDING -> again(payment, order, token);
        };
    }

    /** Waits for the attempt that runs; its answer is ours, unless it was declined and we have another card. */
    private Payment join(Payment payment, Order order, String token) {
        var running = payment.attempt();
        var ended = await(payment, now -> !isRunning(now, running), Attempt.LEASE);
        if (ended.refusal() != null && !running.token().equals(token)) {
            return attempt(order, token);
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
    private Payment afterAction(Payment payment, Order order, String token) {
        var sameCard = payment.attempt().token().equals(token);
        var current = settlement.refresh(payment.id());
        if (current.status() != PaymentStatus.REQUIRES_ACTION) {
            return sameCard ? accepted(current) : attempt(order, token);
        }
        return sameCard ? current : again(current, order, token);
    }

    private Payment again(Payment payment, Order order, String token) {
        var now = clock.instant();
        order.requirePayable(now);
        if (payment.isInterrupted(now)) {
            return resumed(payment, order, token);
        }
        payment.begin(token, now);
        return accepted(attempts.run(payments.save(payment)));
    }

    private Payment resumed(Payment payment, Order order, String token) {
        var before = payment.attempt();
        payment.takeOver(clock.instant());
        var after = attempts.resume(payments.save(payment));
        return after.refusal() != null && !before.token().equals(token) ? attempt(order, token) : accepted(after);
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
            case PENDING, REQUIRES_ACTION, AUTHORIZED, CAPTURED -> settled;
            case FAILED -> throw settled.refusal().asException();
            case VOIDED, REFUNDED -> throw new OrderNotPayable(settled.orderId(), "is cancelled");
        };
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
