package dev.ticketing.payments.payment;

import dev.ticketing.payments.payment.Outcome.ActionRequired;
import dev.ticketing.payments.payment.Outcome.Refused;
import dev.ticketing.payments.stripe.Intent;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts to have a card accepted for a payment, of which one runs at a time. It also contains the result of the
 * last one: its request, the buyer's next action, and the reason of a refusal.
 */
public class AttemptHistory {

    private int attempts;

    /** Until it has ended. */
    private @Nullable Attempt attempt;

    private @Nullable String requestedBy;
    private @Nullable NextAction nextAction;
    private @Nullable Refused refusal;
    private @Nullable Instant refusedAt;

    /** The buyer's next action: at {@code url}, or in Stripe's script with the secret. */
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

    /** Takes over an attempt whose lease has ended. */
    void takeOver(Instant now) {
        if (isHeld(now)) {
            throw new IllegalStateException("attempt " + attempts + " is held (expected: one that is not)");
        }
        attempt = last().taken(now);
    }

    /** The attempt's call had no response; returns whether that attempt is still the current one. */
    public boolean interrupt(int number, boolean keySpent, Instant now) {
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

    /** The amount of the accepted card could not be captured. */
    void refuseCapture(Refused why) {
        refusal = why;
    }

    boolean isRunning(int number) {
        return isTried() && last().number() == number;
    }

    /** Whether a process is calling Stripe right now. */
    public boolean isHeld(Instant now) {
        return isTried() && last().isHeld(now);
    }

    public boolean isHeldFor(Attempt running, Instant now) {
        return isHeld(now) && !isAfter(running);
    }

    /** Whether a later attempt than that one is in progress. */
    public boolean isAfter(Attempt earlier) {
        return isUnderWay() && last().number() != earlier.number();
    }

    /** Whether the last attempt has no known outcome and its lease has ended. */
    public boolean isInterrupted(Instant now) {
        return isTried() && !last().isHeld(now);
    }

    private boolean isTried() {
        return attempt != null && nextAction == null;
    }

    /** Whether an attempt has begun and not ended. */
    public boolean isUnderWay() {
        return attempt != null;
    }

    /** The attempt that is running, interrupted, or waiting for the buyer. */
    public Attempt last() {
        if (attempt == null) {
            throw new IllegalStateException("attempt " + attempts + " has ended (expected: one under way)");
        }
        return attempt;
    }

    /** The number of attempts that have begun. */
    public int count() {
        return attempts;
    }

    /** Token of the request that began the last attempt, if it has an idempotency key. */
    public Optional<String> requestedBy() {
        return Optional.ofNullable(requestedBy);
    }

    /** @throws NoSuchElementException unless the last attempt waits for the buyer */
    ActionRequired action(String paymentId) {
        return Optional.ofNullable(nextAction)
                .map(action -> new ActionRequired(paymentId, action.clientSecret(), action.url()))
                .orElseThrow();
    }

    /** The reason of the last refusal, of a card or of the capture. */
    public Optional<Refused> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The time of the last refusal of any attempt. */
    public Optional<Instant> refusedAt() {
        return Optional.ofNullable(refusedAt);
    }
}
