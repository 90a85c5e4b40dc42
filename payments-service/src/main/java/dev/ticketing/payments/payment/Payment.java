package dev.ticketing.payments.payment;

import dev.ticketing.events.PaymentEvent;
import dev.ticketing.messaging.outbox.Aggregate;
import dev.ticketing.payments.order.Order;
import dev.ticketing.payments.stripe.Intent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Unwrapped;
import org.springframework.data.mongodb.core.mapping.Unwrapped.OnEmpty;

/**
 * The payment of an order; an order has one, however many cards are tried. It is pending until a card is accepted,
 * perhaps after the buyer has authenticated (3-D Secure). Then it is authorized, which holds the amount and charges
 * nothing. If the payment claims the order, it is captured, or fails for good. If the order is lost, it is voided. If
 * it is captured although the order is cancelled, it is refunded. Otherwise captured, failed, voided and refunded are
 * final.
 *
 * <p>At most one {@link Attempt} runs at a time and all attempts share one PaymentIntent, so nobody is charged twice.
 * Every method decides by this document and its arguments, and returns whether it has changed anything.
 */
@Document("payments")
@CompoundIndex(name = "buyer", def = "{userId: 1, _id: -1}")
public class Payment extends Aggregate {

    @Indexed(unique = true)
    private String orderId;

    private String userId;
    private PaymentStatus status;
    private long amountMinor;
    private String currency;
    private Instant createdAt;

    @Indexed(unique = true, sparse = true)
    private @Nullable String stripeId;

    @Unwrapped(onEmpty = OnEmpty.USE_EMPTY)
    private AttemptHistory attempts = new AttemptHistory();

    /** The time of the last change or comparison with Stripe; empty once it is settled. */
    @Indexed(sparse = true)
    private @Nullable Instant checkedAt;

    @SuppressWarnings("NullAway.Init")
    Payment() {}

    @SuppressWarnings("NullAway.Init")
    private Payment(String id) {
        super(id);
    }

    /** A payment without an attempt. It is the order's only one once it is inserted. */
    public static Payment of(Order order, Instant now) {
        var payment = new Payment(new ObjectId().toHexString());
        payment.orderId = order.id();
        payment.userId = order.userId();
        payment.amountMinor = order.priceMinor();
        payment.currency = order.currency();
        payment.createdAt = now;
        payment.status = PaymentStatus.PENDING;
        return payment;
    }

    /**
     * Begins the next attempt, after the last one has ended or was abandoned.
     *
     * @param request token of the request for it
     */
    public void begin(String card, Optional<String> request, Instant now) {
        if (!status.isUnpaid()) {
            throw new IllegalStateException("payment " + id() + " is " + status + " (expected: one to be tried)");
        }
        if (status == PaymentStatus.REQUIRES_ACTION) {
            become(PaymentStatus.PENDING, now);
        }
        attempts.begin(card, request, stripeId(), now);
        checkedAt = now;
    }

    /** Takes over an attempt whose lease has ended. */
    public void takeOver(Instant now) {
        attempts.takeOver(now);
        checkedAt = now;
    }

    /** @param intentId PaymentIntent to be confirmed again with another card, if there is one */
    public boolean refused(int number, Outcome.Refused why, Optional<String> intentId, Instant now) {
        if (!attempts.isRunning(number)) {
            return false;
        }
        intentId.ifPresent(this::adopt);
        attempts.endRefused(why, now);
        checkedAt = now;
        return true;
    }

    /** Applies the response to an attempt. */
    public boolean answered(int number, Intent intent, Instant now) {
        attempts.interrupt(number, false, now);
        return apply(intent, false, now);
    }

    /**
     * Applies the state at Stripe. Final states are applied whenever they arrive; others are left to the running
     * attempt.
     *
     * @param orderLost whether the order is known to be cancelled, so that we have cancelled the PaymentIntent
     *     ourselves
     */
    public boolean apply(Intent intent, boolean orderLost, Instant now) {
        return switch (intent.status()) {
            case REQUIRES_CAPTURE -> authorized(intent.id(), now);
            case SUCCEEDED -> succeeded(intent.id(), now);
            case CANCELED ->
                orderLost || status != PaymentStatus.AUTHORIZED
                        ? voided(orderLost ? "order-cancelled" : "canceled-at-stripe", now)
                        : failed("canceled-at-stripe", now);
            case REQUIRES_ACTION -> actionRequired(intent, now);
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION -> notPaid(intent, now);
            case PROCESSING -> false;
        };
    }

    private boolean authorized(String intentId, Instant now) {
        if (!status.isUnpaid()) {
            return false;
        }
        adopt(intentId);
        attempts.endAccepted();
        become(PaymentStatus.AUTHORIZED, now);
        raise(new PaymentEvent.PaymentAuthorized(id(), orderId, amountMinor, currency));
        return true;
    }

    private boolean succeeded(String intentId, Instant now) {
        authorized(intentId, now); // its event comes first, even without Stripe's event for it
        if (status != PaymentStatus.AUTHORIZED) {
            return false;
        }
        become(PaymentStatus.CAPTURED, now);
        raise(new PaymentEvent.PaymentCreated(id(), orderId, Objects.requireNonNull(stripeId), amountMinor, currency));
        return true;
    }

    private boolean actionRequired(Intent intent, Instant now) {
        if (!status.isUnpaid() || !attempts.isUnderWay() || attempts.isHeld(now)) {
            return false;
        }
        adopt(intent.id());
        attempts.requireAction(intent);
        if (status == PaymentStatus.PENDING) {
            become(PaymentStatus.REQUIRES_ACTION, now);
        }
        return true;
    }

    /** The buyer has not authenticated, or was declined afterwards. */
    private boolean notPaid(Intent intent, Instant now) {
        if (!status.isUnpaid() || attempts.isHeld(now)) {
            return false;
        }
        adopt(intent.id());
        if (status == PaymentStatus.REQUIRES_ACTION) {
            attempts.endRefused(Outcome.Refused.declined(intent.error(), intent.declineCode()), now);
            become(PaymentStatus.PENDING, now);
        }
        return true;
    }

    /** The capture was permanently refused. */
    public boolean failed(String reason, Instant now) {
        if (status != PaymentStatus.AUTHORIZED) {
            return false;
        }
        become(PaymentStatus.FAILED, now);
        attempts.refuseCapture(Outcome.Refused.declined(reason, null));
        raise(new PaymentEvent.PaymentFailed(id(), orderId, reason));
        return true;
    }

    /** The amount is no longer held, and never will be again. */
    public boolean voided(String reason, Instant now) {
        if (status.isSettled()) {
            return false;
        }
        attempts.end();
        become(PaymentStatus.VOIDED, now);
        raise(new PaymentEvent.PaymentVoided(id(), orderId, reason));
        return true;
    }

    /** The last safety net: the amount was refunded. */
    public boolean refunded(String reason, Instant now) {
        if (status != PaymentStatus.CAPTURED) {
            return false;
        }
        become(PaymentStatus.REFUNDED, now);
        raise(new PaymentEvent.PaymentRefunded(id(), orderId, reason));
        return true;
    }

    public boolean checked(Instant now) {
        checkedAt = status.isSettled() ? null : now;
        return true;
    }

    private void adopt(String intentId) {
        stripeId = stripeId == null ? intentId : stripeId;
    }

    private void become(PaymentStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("payment " + id() + " is " + status + " (cannot become " + next + ")");
        }
        status = next;
        checkedAt = next.isSettled() ? null : now;
    }

    /** Whether the last attempt belonged to that request and has ended, so that nothing remains to be tried for it. */
    public boolean isDoneFor(Optional<String> request) {
        var hasEnded = !status.isUnpaid() || attempts.refusal().isPresent();
        return hasEnded && request.isPresent() && request.equals(attempts.requestedBy());
    }

    /** Whether the last card was refused and no other is being tried. */
    public boolean isRefused() {
        return status == PaymentStatus.PENDING && attempts.refusal().isPresent();
    }

    public AttemptHistory attempts() {
        return attempts;
    }

    /** Whether another PaymentIntent pays. */
    public boolean isPaidByOther(String intentId) {
        return stripeId != null && !stripeId.equals(intentId);
    }

    public Optional<String> stripeId() {
        return Optional.ofNullable(stripeId);
    }

    public String orderId() {
        return orderId;
    }

    public String userId() {
        return userId;
    }

    public PaymentStatus status() {
        return status;
    }

    public long amountMinor() {
        return amountMinor;
    }

    public String currency() {
        return currency;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
