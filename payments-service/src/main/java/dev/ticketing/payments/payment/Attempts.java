package dev.ticketing.payments.payment;

import dev.ticketing.payments.stripe.Authorization;
import dev.ticketing.payments.stripe.CallRefused;
import dev.ticketing.payments.stripe.CardDeclined;
import dev.ticketing.payments.stripe.Intent;
import dev.ticketing.payments.stripe.PaymentIntents;
import dev.ticketing.payments.stripe.StripeUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a card accepted at Stripe, or not; the attempt was begun, or taken over, and saved before. */
@Component
class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(15);

    private final PaymentIntents stripe;
    private final Payments payments;
    private final PaymentChanges changes;
    private final Settlement settlement;
    private final PaymentSettings settings;
    private final Clock clock;

    Attempts(
            PaymentIntents stripe,
            Payments payments,
            PaymentChanges changes,
            Settlement settlement,
            PaymentSettings settings,
            Clock clock) {
        this.stripe = stripe;
        this.payments = payments;
        this.changes = changes;
        this.settlement = settlement;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns the payment as it is after the attempt, whether that was refused or not.
     *
     * @throws StripeUnavailable if nobody knows; the attempt can be resumed
     */
    Payment run(Payment payment) {
        return releasedIfLost(releasedWithoutAnswer(payment, () -> call(payment, payment.attempt())));
    }

    /** The attempt has its answer, whatever becomes of it; what cannot be let go now, webhooks and the reconciler will. */
    private Payment releasedIfLost(Payment payment) {
        try {
            settlement.releaseIfLost(payment);
        } catch (StripeUnavailable e) {
            log.warn("payment={} is not let go yet: {}", payment.id(), e.getMessage());
        }
        return payment;
    }

    private Payment releasedWithoutAnswer(Payment payment, Supplier<Payment> work) {
        var number = payment.attempt().number();
        try {
            return work.get();
        } catch (StripeUnavailable e) {
            changes.change(payment.id(), current -> current.interrupted(number, e.isKeySpent(), clock.instant()));
            throw e;
        }
    }

    private Payment call(Payment payment, Attempt attempt) {
        try {
            return answered(payment, attempt, stripe.authorize(authorization(payment, attempt)));
        } catch (CardDeclined e) {
            return refused(payment, new Refusal(attempt.number(), false, e.getMessage()), e.intentId());
        } catch (CallRefused e) {
            if (e.isUnexpectedState() && attempt.intentId() != null) {
                return answered(payment, attempt, stripe.retrieve(attempt.intentId()));
            }
            return refused(payment, new Refusal(attempt.number(), true, e.getMessage()), null);
        }
    }

    private Authorization authorization(Payment payment, Attempt attempt) {
        return new Authorization(
                payment.id(),
                payment.orderId(),
                payment.amountMinor(),
                payment.currency(),
                attempt.token(),
                attempt.intentId(),
                settings.orderPage(payment.orderId()),
                "authorize:" + payment.orderId() + ":" + attempt.number());
    }

    private Payment answered(Payment payment, Attempt attempt, Intent intent) {
        var after =
                changes.change(payment.id(), current -> current.answered(attempt.number(), intent, clock.instant()));
        settlement.cancelUnlessOurs(after, intent);
        return after;
    }

    private Payment refused(Payment payment, Refusal why, String intentId) {
        return changes.change(payment.id(), current -> current.refused(why, intentId, clock.instant()));
    }

    /**
     * Finds out what has become of an attempt that was taken over: by its key, which gives the first answer again; or, when
     * that answer is an error of Stripe's own, by what is there. If nothing is, the same card is tried anew.
     */
    Payment resume(Payment payment) {
        return payment.attempt().keySpent()
                ? releasedWithoutAnswer(payment, () -> resumeWithoutKey(payment))
                : run(payment);
    }

    private Payment resumeWithoutKey(Payment payment) {
        var attempt = payment.attempt();
        var made = made(payment, attempt);
        var known = made.isPresent() ? answered(payment, attempt, made.get()) : givenUp(payment, attempt);
        if (!known.isInterrupted(clock.instant())) {
            return releasedIfLost(known);
        }
        known.begin(attempt.token(), clock.instant());
        return run(payments.save(known));
    }

    private Payment givenUp(Payment payment, Attempt attempt) {
        return changes.change(payment.id(), current -> current.interrupted(attempt.number(), true, clock.instant()));
    }

    private Optional<Intent> made(Payment payment, Attempt attempt) {
        return attempt.intentId() != null
                ? stripe.find(attempt.intentId())
                : stripe.findMadeFor(payment.id(), attempt.startedAt().minus(CLOCKS_DIFFER_BY));
    }
}
