package dev.ticketing.payments.payment;

import static dev.ticketing.payments.payment.PaymentStatus.AUTHORIZED;
import static dev.ticketing.payments.payment.PaymentStatus.CAPTURED;
import static dev.ticketing.payments.payment.PaymentStatus.FAILED;
import static dev.ticketing.payments.payment.PaymentStatus.PENDING;
import static dev.ticketing.payments.payment.PaymentStatus.REFUNDED;
import static dev.ticketing.payments.payment.PaymentStatus.REQUIRES_ACTION;
import static dev.ticketing.payments.payment.PaymentStatus.VOIDED;

import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.PaymentEvent.PaymentRefunded;
import dev.ticketing.events.PaymentEvent.PaymentVoided;
import dev.ticketing.messaging.Aggregate;
import dev.ticketing.messaging.Creation;
import dev.ticketing.payments.order.Order;
import dev.ticketing.payments.stripe.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The payment of an order: there is one, whatever number of cards is tried. Pending until a card is accepted, perhaps
 * after the buyer has proved who he is (3-D Secure); then authorized, which holds the amount and charges nothing. If
 * the order is claimed by it, it is captured, or fails for good; if the order is lost, it is voided. Captured although
 * the order is cancelled, it is refunded. Captured, failed, voided and refunded are final but for that.
 *
 * <p>At most one {@link Attempt} runs at a time and all of them share one PaymentIntent, so nobody is charged twice. Every
 * method decides by this document and what it is given, and tells whether anything has changed.
 */
@Document("payments")
@CompoundIndex(name = "buyer", def = "{userId: 1, _id: -1}")
class Payment extends Aggregate {

    @Indexed(unique = true)
    private String orderId;

    private String userId;
    private PaymentStatus status;
    private long amountMinor;
    private String currency;
    private Instant createdAt;

    @Indexed(unique = true, sparse = true)
    private String stripeId;

    private int attempts;
    private Attempt attempt;
    private Refusal refusal;
    private NextAction nextAction;

    /** When it last changed or was compared with Stripe; only as long as it is not settled. */
    @Indexed(sparse = true)
    private Instant checkedAt;

    /** Those that had a key and began an attempt, or have their answer; {@code null} if there are none. */
    private List<KeyedRequest> requests;

    /** What the buyer has to do: at {@code url}, or by Stripe's script with the secret. */
    record NextAction(String clientSecret, String url) {}

    Payment() {}

    private Payment(String id) {
        super(id);
    }

    /** A payment with its first attempt begun; it is the order's only one once this is inserted. */
    static Payment open(Order order, String token, Instant now) {
        var payment = new Payment(new ObjectId().toHexString());
        payment.orderId = order.id();
        payment.userId = order.userId();
        payment.amountMinor = order.priceMinor();
        payment.currency = order.currency();
        payment.createdAt = now;
        payment.status = PENDING;
        payment.begin(token, now);
        return payment;
    }

    /** Begins the next attempt; the one before has ended, or is given up. */
    void begin(String token, Instant now) {
        if (!status.isUnpaid() || isHeld(now)) {
            throw new IllegalStateException("payment " + id() + " is " + status + " (expected: one to be tried)");
        }
        if (status == REQUIRES_ACTION) {
            become(PENDING, now);
        }
        attempts++;
        attempt = Attempt.start(attempts, token, stripeId, now);
        refusal = null;
        nextAction = null;
        checkedAt = now;
    }

    /** Notes by whom an attempt is begun; its answer is noted with the attempt's end. Without a key there is nothing to note. */
    void requestedBy(Creation request) {
        if (request != null && requestLike(request).isEmpty()) {
            note(KeyedRequest.of(request, null));
        }
    }

    /** The first answer to a request is the one that counts. */
    boolean answer(Creation request, PayAnswer answer) {
        if (answerTo(request).isPresent()) {
            return false;
        }
        note(KeyedRequest.of(request, answer));
        return true;
    }

    private void note(KeyedRequest request) {
        var noted = new ArrayList<>(requests());
        noted.removeIf(known -> known.key().equals(request.key()) || known.isForgotten(request.at()));
        noted.add(request);
        requests = noted;
    }

    /** What has this request's key; perhaps not its body. */
    Optional<KeyedRequest> requestLike(Creation request) {
        return requests().stream().filter(known -> known.hasKeyOf(request)).findFirst();
    }

    Optional<PayAnswer> answerTo(Creation request) {
        return requestLike(request).map(KeyedRequest::answer);
    }

    private List<KeyedRequest> requests() {
        return requests == null ? List.of() : requests;
    }

    /** Takes over an attempt that nobody holds any more. */
    void takeOver(Instant now) {
        if (attempt == null || isHeld(now)) {
            throw new IllegalStateException("attempt " + attempts + " of payment " + id() + " is held");
        }
        attempt = attempt.taken(now);
        checkedAt = now;
    }

    /** The attempt's call had no answer. */
    boolean interrupted(int number, boolean keySpent, Instant now) {
        if (!isRunning(number)) {
            return false;
        }
        attempt = attempt.released(now, keySpent);
        return true;
    }

    /** @param intentId PaymentIntent to be tried again with another card, or {@code null} if none was made */
    boolean refused(Refusal why, String intentId, Instant now) {
        if (!isRunning(why.attempt())) {
            return false;
        }
        adopt(intentId);
        endAttempt(why, now);
        return true;
    }

    /** The answer to an attempt. */
    boolean answered(int number, Intent intent, Instant now) {
        if (isRunning(number)) {
            attempt = attempt.released(now, false);
        }
        return apply(intent, false, now);
    }

    /**
     * Takes over what Stripe says. What is decided there is a fact whenever it is heard; what is not, is left to the
     * attempt that runs.
     *
     * @param orderLost whether the order is known to be cancelled, so that a cancelled PaymentIntent is our own doing
     */
    boolean apply(Intent intent, boolean orderLost, Instant now) {
        return switch (intent.status()) {
            case REQUIRES_CAPTURE -> authorized(intent.id(), now);
            case SUCCEEDED -> authorized(intent.id(), now) | captured(now);
            case CANCELED ->
                orderLost || status != AUTHORIZED
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
        endAttempt(null, now);
        become(AUTHORIZED, now);
        raise(new PaymentAuthorized(id(), orderId, amountMinor, currency));
        return true;
    }

    private boolean captured(Instant now) {
        if (status != AUTHORIZED) {
            return false;
        }
        become(CAPTURED, now);
        raise(new PaymentCreated(id(), orderId, stripeId, amountMinor, currency));
        return true;
    }

    private boolean actionRequired(Intent intent, Instant now) {
        if (!status.isUnpaid() || attempt == null || isHeld(now)) {
            return false;
        }
        adopt(intent.id());
        nextAction = new NextAction(intent.clientSecret(), intent.nextActionUrl());
        if (status == PENDING) {
            become(REQUIRES_ACTION, now);
        }
        return true;
    }

    /** The buyer has failed to prove who he is, or was declined after that. */
    private boolean notPaid(Intent intent, Instant now) {
        if (!status.isUnpaid() || isHeld(now)) {
            return false;
        }
        adopt(intent.id());
        if (status == REQUIRES_ACTION) {
            endAttempt(new Refusal(attempts, false, intent.error()), now);
            become(PENDING, now);
        }
        return true;
    }

    /** The capture was refused for good. */
    boolean failed(String reason, Instant now) {
        if (status != AUTHORIZED) {
            return false;
        }
        become(FAILED, now);
        refusal = new Refusal(attempts, false, reason);
        raise(new PaymentFailed(id(), orderId, reason));
        return true;
    }

    /** The amount is no longer held, and never will be again. */
    boolean voided(String reason, Instant now) {
        if (status.isSettled()) {
            return false;
        }
        endAttempt(refusal, now);
        become(VOIDED, now);
        raise(new PaymentVoided(id(), orderId, reason));
        return true;
    }

    /** The last net: the money went back. */
    boolean refunded(String reason, Instant now) {
        if (status != CAPTURED) {
            return false;
        }
        become(REFUNDED, now);
        raise(new PaymentRefunded(id(), orderId, reason));
        return true;
    }

    boolean checked(Instant now) {
        checkedAt = status.isSettled() ? null : now;
        return true;
    }

    private void adopt(String intentId) {
        if (stripeId == null) {
            stripeId = intentId;
        }
    }

    private void endAttempt(Refusal why, Instant now) {
        attempt = null;
        refusal = why;
        if (why != null && requests != null) {
            requests = requests.stream()
                    .map(request -> request.answered(PayAnswer.refused(id(), why)))
                    .toList();
        }
        nextAction = null;
        checkedAt = now;
    }

    private void become(PaymentStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("payment " + id() + " is " + status + " (cannot become " + next + ")");
        }
        status = next;
        checkedAt = next.isSettled() ? null : now;
    }

    private boolean isRunning(int number) {
        return status == PENDING && attempt != null && attempt.number() == number;
    }

    /** Whether somebody is talking to Stripe right now. */
    boolean isHeld(Instant now) {
        return status == PENDING && attempt != null && attempt.isHeld(now);
    }

    /** Whether an attempt has begun whose outcome nobody knows and nobody asks for. */
    boolean isInterrupted(Instant now) {
        return status == PENDING && attempt != null && !attempt.isHeld(now);
    }

    boolean isOwnedBy(String buyerId) {
        return userId.equals(buyerId);
    }

    /** Whether it is another PaymentIntent that pays. */
    boolean isPaidByOther(String intentId) {
        return stripeId != null && !stripeId.equals(intentId);
    }

    String orderId() {
        return orderId;
    }

    PaymentStatus status() {
        return status;
    }

    long amountMinor() {
        return amountMinor;
    }

    String currency() {
        return currency;
    }

    Instant createdAt() {
        return createdAt;
    }

    String stripeId() {
        return stripeId;
    }

    Attempt attempt() {
        return attempt;
    }

    Refusal refusal() {
        return refusal;
    }

    NextAction nextAction() {
        return nextAction;
    }
}
