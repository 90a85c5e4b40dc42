package dev.ticketing.payments.application;

import dev.ticketing.payments.payment.Payment;
import dev.ticketing.payments.payment.PaymentSettings;
import dev.ticketing.web.limits.LimitExceeded;
import dev.ticketing.web.limits.Limiter;
import dev.ticketing.web.limits.Quota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Prevents this site from being used to test stolen cards (ADR 0029): a limit of cards per order, a pause after the
 * third refusal that doubles, and a limit of refusals per buyer and day. Accepted cards do not count.
 */
@Component
class AttemptLimits {

    private static final String CODE = "too-many-payment-attempts";
    private static final int REFUSALS_WITHOUT_A_PAUSE = 2;
    private static final int DOUBLINGS = 10;
    private static final Duration UNTIL_THE_ORDER_IS_OVER = Duration.ofMinutes(15);

    private final Limiter limiter;
    private final PaymentSettings settings;
    private final Quota refusals;
    private final Clock clock;

    AttemptLimits(Limiter limiter, PaymentSettings settings, Clock clock) {
        this.limiter = limiter;
        this.settings = settings;
        this.refusals = new Quota("payment-attempts", "account", settings.refusalsPerBuyer());
        this.clock = clock;
    }

    /** @throws LimitExceeded if no other card may be tried, or not yet */
    void requirePauseOver(Payment payment) {
        if (payment.attempts().count() >= settings.attemptsPerOrder()) {
            throw refusal("No more cards can be tried for this order.", UNTIL_THE_ORDER_IS_OVER);
        }
        payment.attempts()
                .refusedAt()
                .ifPresent(at -> requirePauseOver(payment.attempts().count(), at));
    }

    private void requirePauseOver(int attempts, Instant refusedAt) {
        var paused = attempts - REFUSALS_WITHOUT_A_PAUSE;
        if (paused > 0) {
            var pause = settings.refusalPause().multipliedBy(1L << Math.min(paused - 1, DOUBLINGS));
            var left = Duration.between(clock.instant(), refusedAt.plus(pause));
            if (left.isPositive()) {
                throw refusal("Several cards were declined. Wait before you try another one.", left);
            }
        }
    }

    private LimitExceeded refusal(String message, Duration wait) {
        return new LimitExceeded(CODE, message, "payment-attempts-by-order", settings.attemptsPerOrder(), null, wait);
    }

    /**
     * Runs an attempt. It counts as refused until its outcome is known.
     *
     * @param attempt saves the attempt and runs it, or finds that a concurrent request was faster
     * @throws LimitExceeded if the buyer's cards were refused too often
     */
    Payment counted(String buyer, Supplier<Payment> attempt) {
        limiter.take(refusals, buyer);
        var isRefused = false;
        try {
            var after = attempt.get();
            isRefused = after.isRefused();
            return after;
        } finally {
            if (!isRefused) {
                limiter.giveBack(refusals, buyer);
            }
        }
    }
}
