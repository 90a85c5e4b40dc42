package dev.ticketing.stripesandbox.refund;

import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.charge.Charge;
import dev.ticketing.stripesandbox.event.Events;
import dev.ticketing.stripesandbox.page.Amount;
import dev.ticketing.stripesandbox.paymentintent.PaymentIntent;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Refunds a charge, or the latest charge of a PaymentIntent. */
@Component
class RefundService {

    private final Store store;
    private final Events events;
    private final Clock clock;

    RefundService(Store store, Events events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    Refund create(Params params) {
        var charge = charge(params);
        requireRefundable(charge);
        var amount = params.integer("amount").orElse(charge.unrefunded());
        requireWithin(amount, charge);
        var reason = params.oneOf("reason", Reason.class).orElse(null);
        var refund = Refund.of(
                charge, amount, reason, params.map("metadata"), clock.instant().getEpochSecond());
        charge.refund(amount);
        store.put(refund);
        store.put(charge);
        events.record("refund.created", refund);
        events.record("charge.refunded", charge);
        return refund;
    }

    Refund require(String id) {
        return store.find(Refund.class, id).orElseThrow(() -> StripeError.noSuch("refund", id, "id"));
    }

    private Charge charge(Params params) {
        var named = params.text("charge");
        if (named.isPresent()) {
            return store.find(Charge.class, named.get())
                    .orElseThrow(() -> StripeError.noSuch("charge", named.get(), "charge"));
        }
        var id = params.text("payment_intent")
                .orElseThrow(() -> StripeError.invalid(
                        "One of the following params should be provided for this request: payment_intent or charge.",
                        "payment_intent",
                        "parameter_missing"));
        var intent = store.find(PaymentIntent.class, id)
                .orElseThrow(() -> StripeError.noSuch("payment_intent", id, "payment_intent"));
        if (intent.latestCharge() == null) {
            throw nothingToRefund(id);
        }
        return store.find(Charge.class, intent.latestCharge()).orElseThrow();
    }

    private static void requireRefundable(Charge charge) {
        if (!charge.refundable()) {
            throw nothingToRefund(charge.paymentIntent());
        }
        if (charge.unrefunded() == 0) {
            throw StripeError.refused("Charge " + charge.id() + " has already been refunded.")
                    .code("charge_already_refunded");
        }
    }

    private static void requireWithin(long amount, Charge charge) {
        if (amount < 1) {
            throw StripeError.invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        }
        if (amount > charge.unrefunded()) {
            throw StripeError.refused("Refund amount (%s) is greater than unrefunded amount on charge (%s)"
                            .formatted(
                                    Amount.of(amount, charge.currency()),
                                    Amount.of(charge.unrefunded(), charge.currency())))
                    .with("param", "amount");
        }
    }

    private static StripeError nothingToRefund(String intent) {
        return StripeError.refused("This PaymentIntent (" + intent + ") does not have a successful charge to refund.");
    }
}
