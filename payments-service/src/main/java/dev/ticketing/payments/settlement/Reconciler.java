package dev.ticketing.payments.settlement;

import dev.ticketing.payments.order.Order;
import dev.ticketing.payments.order.Orders;
import dev.ticketing.payments.payment.Payment;
import dev.ticketing.payments.payment.PaymentSettings;
import dev.ticketing.payments.payment.PaymentStatus;
import dev.ticketing.payments.payment.PaymentUpdate;
import dev.ticketing.payments.payment.Payments;
import dev.ticketing.payments.stripe.StripeUnavailable;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks Stripe about every payment that has gone without news: the safety net for lost responses and webhooks. */
@Component
class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final Limit AT_ONCE = Limit.of(100);

    private final Payments payments;
    private final Orders orders;
    private final PaymentUpdate update;
    private final CardAttempt cardAttempt;
    private final Settlement settlement;
    private final PaymentSettings settings;
    private final Clock clock;

    Reconciler(
            Payments payments,
            Orders orders,
            PaymentUpdate update,
            CardAttempt cardAttempt,
            Settlement settlement,
            PaymentSettings settings,
            Clock clock) {
        this.payments = payments;
        this.orders = orders;
        this.update = update;
        this.cardAttempt = cardAttempt;
        this.settlement = settlement;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void sweep() {
        var latest = clock.instant().minus(settings.unsettledAfter());
        for (var payment : payments.findByCheckedAtLessThanEqualOrderByCheckedAt(latest, AT_ONCE)) {
            try {
                reconcile(payment);
            } catch (StripeUnavailable e) {
                log.warn("stripe: {}; unsettled payments wait", e.getMessage());
                return;
            } catch (RuntimeException e) {
                log.error("payment={} cannot be reconciled: {}", payment.id(), e.getMessage(), e);
            }
        }
    }

    private void reconcile(Payment payment) {
        update.apply(payment.id(), current -> current.checked(clock.instant()));
        var current = resumed(payment.id());
        var after = settlement.refresh(current.id());
        settlement.releaseIfLost(after);
        if (after.status() == PaymentStatus.AUTHORIZED && isClaimed(after)) {
            settlement.capture(after.id());
        }
        log.info("payment={} was {} and is {}", payment.id(), payment.status(), after.status());
    }

    private Payment resumed(String paymentId) {
        var payment = payments.findById(paymentId).orElseThrow();
        if (!payment.attempts().isInterrupted(clock.instant())) {
            return payment;
        }
        try {
            payment.takeOver(clock.instant());
            return cardAttempt.resume(payments.save(payment));
        } catch (OptimisticLockingFailureException e) {
            return payment; // the buyer was faster
        }
    }

    private boolean isClaimed(Payment payment) {
        return orders.findById(payment.orderId())
                .filter(Order::isAwaitingPayment)
                .isPresent();
    }
}
