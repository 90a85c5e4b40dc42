package dev.ticketing.events;

import static java.util.Objects.requireNonNull;

/** The life of the payment of an order. */
@Published(by = "payments-service", stream = "PAYMENTS", noun = "payment")
public sealed interface PaymentEvent extends Event {

    String id();

    String orderId();

    @Override
    default String aggregateId() {
        return id();
    }

    /** The card was authorized for the amount; nothing is charged yet. */
    @Subject("payment.authorized.v1")
    record PaymentAuthorized(String id, String orderId, long amountMinor, String currency) implements PaymentEvent {
        public PaymentAuthorized {
            requireNonNull(id, "id");
            requireNonNull(orderId, "orderId");
            requireNonNull(currency, "currency");
        }
    }

    /**
     * The amount was captured: the buyer is charged.
     *
     * @param stripeId id of the PaymentIntent
     */
    @Subject("payment.created.v1")
    record PaymentCreated(String id, String orderId, String stripeId, long amountMinor, String currency)
            implements PaymentEvent {
        public PaymentCreated {
            requireNonNull(id, "id");
            requireNonNull(orderId, "orderId");
            requireNonNull(stripeId, "stripeId");
            requireNonNull(currency, "currency");
        }
    }

    /** The capture was permanently refused. */
    @Subject("payment.failed.v1")
    record PaymentFailed(String id, String orderId, String reason) implements PaymentEvent {
        public PaymentFailed {
            requireNonNull(id, "id");
            requireNonNull(orderId, "orderId");
            requireNonNull(reason, "reason");
        }
    }

    /** The authorization was released; nothing was charged. */
    @Subject("payment.voided.v1")
    record PaymentVoided(String id, String orderId, String reason) implements PaymentEvent {
        public PaymentVoided {
            requireNonNull(id, "id");
            requireNonNull(orderId, "orderId");
            requireNonNull(reason, "reason");
        }
    }

    /** The last safety net: the order was cancelled although the amount was captured, and the money was refunded. */
    @Subject("payment.refunded.v1")
    record PaymentRefunded(String id, String orderId, String reason) implements PaymentEvent {
        public PaymentRefunded {
            requireNonNull(id, "id");
            requireNonNull(orderId, "orderId");
            requireNonNull(reason, "reason");
        }
    }
}
