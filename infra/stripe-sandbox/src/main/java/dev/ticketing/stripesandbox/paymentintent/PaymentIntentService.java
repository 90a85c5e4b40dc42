package dev.ticketing.stripesandbox.paymentintent;

import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.charge.Charge;
import dev.ticketing.stripesandbox.event.Events;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Creates, updates, captures and cancels PaymentIntents; {@link Confirmation} pays them. */
@Component
class PaymentIntentService {

    private final Store store;
    private final Events events;
    private final Confirmation confirmation;
    private final Clock clock;

    PaymentIntentService(Store store, Events events, Confirmation confirmation, Clock clock) {
        this.store = store;
        this.events = events;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    PaymentIntent require(String id) {
        return store.find(PaymentIntent.class, id)
                .orElseThrow(() -> StripeError.noSuch("payment_intent", id, "intent"));
    }

    /** Like {@link #require}; if the caller sends a client secret, it must be the right one. */
    PaymentIntent require(String id, Params params) {
        var intent = require(id);
        params.text("client_secret")
                .filter(secret -> !secret.equals(intent.clientSecret()))
                .ifPresent(_ -> {
                    throw StripeError.invalid(
                            "The client_secret provided does not match the client_secret associated with the PaymentIntent.",
                            "client_secret",
                            "payment_intent_invalid_parameter");
                });
        return intent;
    }

    PaymentIntent create(Params params) {
        var intent = PaymentIntent.of(order(params), now());
        intent.describe(params.text("description").orElse(null), params.map("metadata"));
        var confirm = params.flag("confirm");
        if (!confirm && (params.flag("off_session") || params.flag("error_on_requires_action"))) {
            throw StripeError.invalid(
                    "off_session and error_on_requires_action can only be used with confirm=true.", "confirm");
        }
        var named = confirmation.method(params, intent);
        store.put(intent);
        events.record("payment_intent.created", intent);
        named.ifPresent(method -> intent.attach(method.id()));
        store.put(intent);
        return confirm ? confirmation.confirm(intent, params) : intent;
    }

    PaymentIntent update(String id, Params params) {
        var intent = require(id);
        if (params.has("amount") || params.has("currency")) {
            var money = Money.of(
                    params.integer("amount").orElse(intent.amount()),
                    params.text("currency").orElse(intent.currency()));
            intent.changeAmount(money.amount(), money.currency());
        }
        intent.describe(params.text("description").orElse(null), params.map("metadata"));
        confirmation.method(params, intent).ifPresent(method -> intent.attach(method.id()));
        store.put(intent);
        return intent;
    }

    PaymentIntent confirm(String id, Params params) {
        var intent = require(id, params);
        intent.requireConfirmable();
        confirmation.method(params, intent).ifPresent(method -> intent.attach(method.id()));
        return confirmation.confirm(intent, params);
    }

    PaymentIntent capture(String id, Params params) {
        var intent = require(id);
        intent.requireCapturable();
        var amount = params.integer("amount_to_capture").orElse(intent.amount());
        requireWithin(amount, intent);
        var charge = charge(intent);
        intent.capture(charge, amount);
        store.put(charge);
        store.put(intent);
        events.record("charge.captured", charge);
        events.record("payment_intent.succeeded", intent);
        return intent;
    }

    PaymentIntent cancel(String id, Params params) {
        var intent = require(id);
        var reason =
                params.oneOf("cancellation_reason", CancellationReason.class).orElse(null);
        var authorized = intent.status() == Status.REQUIRES_CAPTURE;
        intent.cancel(reason, now());
        store.put(intent);
        if (authorized) {
            var charge = charge(intent);
            charge.release();
            store.put(charge);
            events.record("charge.refunded", charge);
        }
        events.record("payment_intent.canceled", intent);
        return intent;
    }

    private static Order order(Params params) {
        var money = Money.of(params);
        var types = params.list("payment_method_types");
        if (types.stream().anyMatch(type -> !type.equals("card"))) {
            throw StripeError.invalid(
                    "Invalid payment_method_types: %s (the sandbox knows: card)".formatted(types),
                    "payment_method_types");
        }
        return new Order(
                money.amount(),
                money.currency(),
                params.oneOf("capture_method", CaptureMethod.class).orElse(CaptureMethod.AUTOMATIC_ASYNC),
                types.isEmpty() ? automatic(params.child("automatic_payment_methods")) : null,
                List.of("card"));
    }

    /** The default since API version 2023-08-16, also without the parameter. */
    private static Map<String, Object> automatic(Params params) {
        if (params.text("enabled").isPresent() && !params.flag("enabled")) {
            return null;
        }
        var automatic = new HashMap<String, Object>();
        automatic.put("enabled", true);
        automatic.put("allow_redirects", params.text("allow_redirects").orElse("always"));
        return automatic;
    }

    private static void requireWithin(long amount, PaymentIntent intent) {
        if (amount < 1) {
            throw StripeError.invalid("Invalid positive integer", "amount_to_capture", "parameter_invalid_integer");
        }
        if (amount > intent.amount()) {
            throw StripeError.invalid(
                    "The amount to capture (%d) is greater than the amount that can be captured (%d)."
                            .formatted(amount, intent.amount()),
                    "amount_to_capture",
                    "amount_too_large");
        }
    }

    private Charge charge(PaymentIntent intent) {
        return store.find(Charge.class, intent.latestCharge()).orElseThrow();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
