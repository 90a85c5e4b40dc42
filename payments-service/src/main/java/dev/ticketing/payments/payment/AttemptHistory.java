package dev.ticketing.payments.payment;

import dev.ticketing.payments.payment.Outcome.ActionRequired;
import dev.ticketing.payments.payment.Outcome.Refused;
import dev.ticketing.payments.stripe.Intent;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts to have a card accepted for a payment, of which one runs at a time. It remembers the last one: who asked for
 * it, what the buyer has to do, and why it was refused.
 */
class AttemptHistory {

    private int attempts;

    /** Until it has ended. */
    private @Nullable Attempt attempt;

    private @Nullable String requestedBy;
    private @Nullable NextAction nextAction;
    private @Nullable Refused refusal;
    private @Nullable Instant refusedAt;

    /** What the buyer has to do: at {@code url}, or by Stripe's script with the secret. */
    private record NextAction(String clientSecret, @Nullable String url) {}

    void begin(String card, Optional<String> request, Optional<String> intentId, Instant now) {
        if (isHeld(now)) {
            throw new IllegalStateException("attempt " + attempts + " is held (expected: none)");
        }
        attempts++;
        attempt = Attempt.start(attempts, card, intentId.orElse(null), now);
        requestedBy = request.orElse(null);
        refusal = null;
        nextAction = null;
    }

    /** Takes over an attempt that nobody holds any more. */
    void takeOver(Instant now) {
        if (isHeld(now)) {
            throw new IllegalStateException("attempt " + attempts + " is held (expected: one that is not)");
        }
        attempt = last().taken(now);
    }

    /** The attempt's call had no answer; returns whether that attempt is still the one that runs. */
    boolean interrupt(int number, boolean keySpent, Instant now) {
        if (!isRunning(number)) {
            return false;
        }
        attempt = last().released(keySpent, now);
        return true;
    }

    void requireAction(Intent intent) {
        nextAction = new NextAction(intent.clientSecret(), intent.nextActionUrl());
    }

    void endAccepted() {
        end();
        refusal = null;
    }

    void endRefused(Refused why, Instant now) {
        end();
        refusal = why;
        refusedAt = now;
    }

    void end() {
        attempt = null;
        nextAction = null;
    }

    /** The money of the accepted card could not be taken. */
    void refuseCapture(Refused why) {
        refusal = why;
    }

    boolean isRunning(int number) {
        return isTried() && last().number() == number;
    }

    /** Whether someone is talking to Stripe right now. */
    boolean isHeld(Instant now) {
        return isTried() && last().isHeld(now);
    }

    boolean isHeldFor(Attempt running, Instant now) {
        return isHeld(now) && !isAfter(running);
    }

    /** Whether a later attempt than that is under way. */
    boolean isAfter(Attempt earlier) {
        return isUnderWay() && last().number() != earlier.number();
    }

    /** Whether the last attempt has no known outcome, and nobody is asking for it. */
    boolean isInterrupted(Instant now) {
        return isTried() && !last().isHeld(now);
    }

    private boolean isTried() {
        return attempt != null && nextAction == null;
    }

    /** Whether an attempt has begun that has not ended. */
    boolean isUnderWay() {
        return attempt != null;
    }

    /** The attempt that runs or was interrupted, or that waits for the buyer. */
    Attempt last() {
        if (attempt == null) {
            throw new IllegalStateException("attempt " + attempts + " has ended (expected: one under way)");
        }
        return attempt;
    }

    /** How many cards were tried, or are being tried. */
    int count() {
        return attempts;
    }

    /** Token of the request that began the last attempt, if it has an idempotency key. */
    Optional<String> requestedBy() {
        return Optional.ofNullable(requestedBy);
    }

    /** @throws NoSuchElementException unless the last attempt waits for the buyer */
    ActionRequired action(String paymentId) {
        return Optional.ofNullable(nextAction)
                .map(action -> new ActionRequired(paymentId, action.clientSecret(), action.url()))
                .orElseThrow();
    }

    /** Why the last attempt, or the capture, was refused. */
    Optional<Refused> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** When any attempt was last refused. */
    Optional<Instant> refusedAt() {
        return Optional.ofNullable(refusedAt);
    }
}
