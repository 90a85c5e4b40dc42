package dev.ticketing.payments.settlement;

import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.EventMetadata;
import dev.ticketing.messaging.RetryLater;
import dev.ticketing.payments.order.OrderReplication;
import dev.ticketing.payments.stripe.StripeUnavailable;
import org.springframework.stereotype.Component;

/**
 * Captures or releases the amount as orders-service decides. The copy of the order is written first: a payment that is
 * being authorized is saved before it reads the copy, so one of the two sees the other.
 */
@Component
class OrderDecisionEventHandler {

    private final OrderReplication replication;
    private final Settlement settlement;

    OrderDecisionEventHandler(OrderReplication replication, Settlement settlement) {
        this.replication = replication;
        this.settlement = settlement;
    }

    @EventHandler
    void on(OrderAwaitingPayment event, EventMetadata metadata) {
        replication.replicate(event, metadata.version());
        untilStripeAnswers(() -> settlement.capture(event.paymentId()));
    }

    @EventHandler
    void on(OrderCancelled event, EventMetadata metadata) {
        replication.replicate(event, metadata.version());
        untilStripeAnswers(() -> settlement.release(event.id()));
    }

    private static void untilStripeAnswers(Runnable work) {
        try {
            work.run();
        } catch (StripeUnavailable e) {
            throw new RetryLater(String.valueOf(e.getMessage()), e);
        }
    }
}
