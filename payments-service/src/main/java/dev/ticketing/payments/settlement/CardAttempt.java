package dev.ticketing.payments.settlement;

import dev.ticketing.payments.payment.Attempt;
import dev.ticketing.payments.payment.Outcome.Refused;
import dev.ticketing.payments.payment.Payment;
import dev.ticketing.payments.payment.PaymentSettings;
import dev.ticketing.payments.payment.PaymentUpdate;
import dev.ticketing.payments.payment.Payments;
import dev.ticketing.payments.stripe.Authorization;
import dev.ticketing.payments.stripe.CallRefused;
import dev.ticketing.payments.stripe.CardDeclined;
import dev.ticketing.payments.stripe.Intent;
import dev.ticketing.payments.stripe.StripeApi;
import dev.ticketing.payments.stripe.StripeUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls Stripe for a payment's attempt and saves the result; the attempt was begun, or taken over, and saved before.
 */
@Component
public class CardAttempt {

    private static final Logger log = LoggerFactory.getLogger(CardAttempt.class);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(15);

    private final StripeApi stripe;
    private final Payments payments;
    private final PaymentUpdate update;
    private final Settlement settlement;
    private final PaymentSettings settings;
    private final Clock clock;

    CardAttempt(
            StripeApi stripe,
            Payments payments,
            PaymentUpdate update,
            Settlement settlement,
            PaymentSettings settings,
            Clock clock) {
        this.stripe = stripe;
        this.payments = payments;
        this.update = update;
        this.settlement = settlement;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns the payment as it is after the attempt, refused or not.
     *
     * @throws StripeUnavailable if the outcome is unknown; the attempt can be resumed
     */
    public Payment run(Payment payment) {
        var attempt = payment.attempts().last();
        var wanted = new Authorization(
                payment.id(),
                payment.orderId(),
                payment.amountMinor(),
                payment.currency(),
                attempt.token(),
                attempt.intentId(),
                settings.orderPage(payment.orderId()),
                "authorize:" + payment.orderId() + ":" + attempt.number());
        return releasedIfLost(
                orInterrupted(payment, attempt, () -> orRefused(payment, attempt, () -> stripe.authorize(wanted))));
    }

    /**
     * Finds the outcome of an attempt that was taken over. Its idempotency key gives the first response again. If that
     * is an error of Stripe's own, the PaymentIntent shows the outcome; without a PaymentIntent the same card is tried
     * again.
     */
    public Payment resume(Payment payment) {
        var attempt = payment.attempts().last();
        if (!attempt.keySpent()) {
            return run(payment);
        }
        var known = orInterrupted(
                payment,
                attempt,
                () -> made(payment, attempt)
                        .map(intent -> answered(payment, attempt, intent))
                        .orElseGet(() -> interrupted(payment, attempt, true)));
        return known.attempts().isInterrupted(clock.instant()) ? runAnew(known) : releasedIfLost(known);
    }

    private Payment runAnew(Payment payment) {
        var attempts = payment.attempts();
        payment.begin(attempts.last().token(), attempts.requestedBy(), clock.instant());
        return run(payments.save(payment));
    }

    private Optional<Intent> made(Payment payment, Attempt attempt) {
        return attempt.intentId() == null
                ? stripe.findMadeFor(payment.id(), attempt.startedAt().minus(CLOCKS_DIFFER_BY))
                : stripe.find(attempt.intentId());
    }

    private Payment orInterrupted(Payment payment, Attempt attempt, Supplier<Payment> work) {
        try {
            return work.get();
        } catch (StripeUnavailable e) {
            interrupted(payment, attempt, e.isKeySpent());
            throw e;
        }
    }

    private Payment orRefused(Payment payment, Attempt attempt, Supplier<Intent> call) {
        try {
            return answered(payment, attempt, call.get());
        } catch (CardDeclined e) {
            return refused(payment, attempt, Refused.declined(e.getMessage(), e.declineCode()), e.intentId());
        } catch (CallRefused e) {
            if (e.isUnexpectedState() && attempt.intentId() != null) {
                return answered(payment, attempt, stripe.retrieve(attempt.intentId()));
            }
            return refused(payment, attempt, Refused.invalidToken(e.getMessage()), Optional.empty());
        }
    }

    private Payment answered(Payment payment, Attempt attempt, Intent intent) {
        var after = update.apply(payment.id(), current -> current.answered(attempt.number(), intent, clock.instant()));
        settlement.cancelUnlessOurs(after, intent);
        return after;
    }

    private Payment refused(Payment payment, Attempt attempt, Refused why, Optional<String> intentId) {
        return update.apply(payment.id(), current -> current.refused(attempt.number(), why, intentId, clock.instant()));
    }

    private Payment interrupted(Payment payment, Attempt attempt, boolean keySpent) {
        return update.apply(
                payment.id(), current -> current.attempts().interrupt(attempt.number(), keySpent, clock.instant()));
    }

    /** The attempt has its response. If the amount cannot be released now, a webhook or the reconciler releases it. */
    private Payment releasedIfLost(Payment payment) {
        try {
            settlement.releaseIfLost(payment);
        } catch (StripeUnavailable e) {
            log.warn("payment={} not yet released: {}", payment.id(), e.getMessage());
        }
        return payment;
    }
}
