package dev.ticketing.payments.settlement;

import dev.ticketing.documents.RetryOnConflict;
import dev.ticketing.payments.order.Order;
import dev.ticketing.payments.order.Orders;
import dev.ticketing.payments.payment.Payment;
import dev.ticketing.payments.payment.PaymentNotFound;
import dev.ticketing.payments.payment.PaymentStatus;
import dev.ticketing.payments.payment.Payments;
import dev.ticketing.payments.stripe.CallRefused;
import dev.ticketing.payments.stripe.Intent;
import dev.ticketing.payments.stripe.IntentStatus;
import dev.ticketing.payments.stripe.StripeApi;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes Stripe and our payments agree with the outcome of the order. Each method loads, calls Stripe and saves. After a
 * concurrent update it does all of that again, which the idempotency keys allow.
 */
@Component
public class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);
    private static final String ORDER_CANCELLED = "order-cancelled";

    private final Payments payments;
    private final Orders orders;
    private final StripeApi stripe;
    private final Clock clock;

    Settlement(Payments payments, Orders orders, StripeApi stripe, Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.stripe = stripe;
        this.clock = clock;
    }

    /** The payment has claimed its order: captures the amount. */
    @RetryOnConflict
    void capture(String paymentId) {
        payments.findById(paymentId)
                .filter(payment -> payment.status() == PaymentStatus.AUTHORIZED)
                .ifPresent(this::capture);
    }

    private void capture(Payment payment) {
        try {
            var captured = stripe.capture(payment.stripeId().orElseThrow(), "capture:" + payment.id());
            save(payment, payment.apply(captured, false, clock.instant()));
        } catch (CallRefused e) {
            captureRefused(payment, String.valueOf(e.getMessage()));
        }
    }

    private void captureRefused(Payment payment, String reason) {
        var found = stripe.retrieve(payment.stripeId().orElseThrow());
        var intent = found.status().isLive() ? canceled(found.id(), voidKey(payment)) : found;
        if (intent.status() == IntentStatus.SUCCEEDED) {
            save(payment, payment.apply(intent, false, clock.instant()));
            return;
        }
        log.warn("payment={} capture permanently refused: {}", payment.id(), reason);
        save(payment, payment.failed(reason, clock.instant()));
    }

    /** The order is cancelled: releases a held amount, refunds a captured one. */
    @RetryOnConflict
    void release(String orderId) {
        payments.findByOrderId(orderId).ifPresent(this::release);
    }

    @RetryOnConflict
    void releaseIfLost(Payment seen) {
        if (isLost(seen)) {
            payments.findById(seen.id()).ifPresent(this::release);
        }
    }

    private boolean isLost(Payment payment) {
        return orders.findById(payment.orderId()).filter(Order::isCancelled).isPresent();
    }

    private void release(Payment payment) {
        switch (payment.status()) {
            case PENDING, REQUIRES_ACTION, AUTHORIZED -> letGo(payment);
            case CAPTURED -> refund(payment);
            case FAILED, VOIDED, REFUNDED -> {}
        }
    }

    private void letGo(Payment payment) {
        if (payment.stripeId().isPresent()) {
            var intent = canceled(payment.stripeId().get(), voidKey(payment));
            save(payment, payment.apply(intent, true, clock.instant()));
            if (payment.status() == PaymentStatus.CAPTURED) {
                refund(payment);
            }
        } else if (!payment.attempts().isUnderWay()) {
            save(payment, payment.voided(ORDER_CANCELLED, clock.instant()));
        } // otherwise the end of the attempt finds the order cancelled
    }

    /** Applies the end of a PaymentIntent, perhaps by another process. */
    private Intent canceled(String intentId, String key) {
        try {
            return stripe.cancel(intentId, key);
        } catch (CallRefused e) {
            var intent = stripe.retrieve(intentId);
            if (intent.status().isLive()) {
                throw e;
            }
            return intent;
        }
    }

    private void refund(Payment payment) {
        stripe.refund(payment.stripeId().orElseThrow(), "refund:" + payment.id());
        save(payment, payment.refunded(ORDER_CANCELLED, clock.instant()));
    }

    /** Applies a change of this PaymentIntent; PaymentIntents of other applications are ignored. */
    @RetryOnConflict
    public void learn(String intentId) {
        var known = payments.findByStripeId(intentId);
        if (known.isPresent()) {
            refresh(known.get(), stripe.retrieve(intentId));
        } else {
            stripe.find(intentId).ifPresent(this::learnOfNew);
        }
    }

    private void learnOfNew(Intent intent) {
        Optional.ofNullable(intent.paymentId()).flatMap(payments::findById).ifPresent(payment -> {
            if (payment.isPaidByOther(intent.id())) {
                cancelUnlessOurs(payment, intent);
            } else {
                refresh(payment, stripe.retrieve(intent.id()));
            }
        });
    }

    /** Asks Stripe for the payment's state, and does what the order requires. */
    @RetryOnConflict
    public Payment refresh(String paymentId) {
        var payment = payments.findById(paymentId).orElseThrow(() -> new PaymentNotFound(paymentId));
        return payment.stripeId()
                .map(intentId -> refresh(payment, stripe.retrieve(intentId)))
                .orElse(payment);
    }

    /** @param intent retrieved after the payment was loaded, so that it is not older */
    private Payment refresh(Payment payment, Intent intent) {
        var lost = isLost(payment);
        var after = save(payment, payment.apply(intent, lost, clock.instant()));
        if (isLost(after)) {
            release(after);
        }
        return after;
    }

    /** Cancels a PaymentIntent that we did not know, because another one pays: at most one may live. */
    void cancelUnlessOurs(Payment payment, Intent intent) {
        if (payment.isPaidByOther(intent.id()) && intent.status().isLive()) {
            log.warn(
                    "payment={} intent={} is canceled: {} pays",
                    payment.id(),
                    intent.id(),
                    payment.stripeId().orElseThrow());
            canceled(intent.id(), "void:" + intent.id());
        }
    }

    private static String voidKey(Payment payment) {
        return "void:" + payment.id();
    }

    private Payment save(Payment payment, boolean changed) {
        return changed ? payments.save(payment) : payment;
    }
}
