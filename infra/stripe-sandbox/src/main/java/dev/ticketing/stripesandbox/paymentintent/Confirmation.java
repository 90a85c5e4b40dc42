package dev.ticketing.stripesandbox.paymentintent;

import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.charge.Charge;
import dev.ticketing.stripesandbox.event.Events;
import dev.ticketing.stripesandbox.paymentmethod.ConfirmationTokens;
import dev.ticketing.stripesandbox.paymentmethod.Outcome;
import dev.ticketing.stripesandbox.paymentmethod.PaymentMethod;
import dev.ticketing.stripesandbox.paymentmethod.PaymentMethods;
import dev.ticketing.stripesandbox.store.Json;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pays a PaymentIntent: requires 3-D Secure if the card demands it, then applies the card's outcome. */
@Component
class Confirmation {

    private static final String NOT_AUTHENTICATED =
            "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

    private final Store store;
    private final Events events;
    private final PaymentMethods methods;
    private final ConfirmationTokens tokens;
    private final ThreeDSecure threeDSecure;
    private final Clock clock;

    Confirmation(
            Store store,
            Events events,
            PaymentMethods methods,
            ConfirmationTokens tokens,
            ThreeDSecure threeDSecure,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.methods = methods;
        this.tokens = tokens;
        this.threeDSecure = threeDSecure;
        this.clock = clock;
    }

    /** The payment method of the call, in any of its forms. */
    Optional<PaymentMethod> method(Params params, PaymentIntent intent) {
        var token = params.text("confirmation_token");
        if (token.isPresent()) {
            var used = tokens.use(token.get(), intent.id());
            return Optional.of(methods.require(used.paymentMethod(), "confirmation_token"));
        }
        if (params.has("payment_method_data")) {
            return Optional.of(methods.create(params.child("payment_method_data")));
        }
        return params.text("payment_method").map(id -> methods.require(id, "payment_method"));
    }

    /** @throws StripeError the card's error, after the failure is recorded, if it is declined */
    PaymentIntent confirm(PaymentIntent intent, Params params) {
        intent.requirePaymentMethod();
        var returnUrl = params.text("return_url");
        if (intent.automaticRedirects() && returnUrl.isEmpty()) {
            throw missingReturnUrl();
        }
        var method = methods.require(intent.paymentMethod(), "payment_method");
        if (!method.testCard().authentication()) {
            return charge(intent, method, method.testCard().outcome());
        }
        if (params.flag("off_session") || params.flag("error_on_requires_action")) {
            return charge(intent, method, Outcome.AUTHENTICATION_REQUIRED);
        }
        intent.awaitAuthentication(threeDSecure.nextAction(intent, returnUrl), returnUrl.orElse(null));
        store.put(intent);
        events.record("payment_intent.requires_action", intent);
        return intent;
    }

    /** The person's decision on the 3-D Secure page; a decline afterwards is in the intent's last_payment_error. */
    PaymentIntent authenticated(PaymentIntent intent, boolean successfully) {
        intent.requireAwaitingAuthentication();
        var method = methods.require(intent.paymentMethod(), "payment_method");
        if (!successfully) {
            var error = new HashMap<String, Object>();
            error.put("type", "invalid_request_error");
            error.put("code", "payment_intent_authentication_failure");
            error.put("message", NOT_AUTHENTICATED);
            error.put("payment_method", Json.view(method));
            return failed(intent, error, null);
        }
        var outcome = method.testCard().outcome();
        return outcome.approved() ? approved(intent, method) : declined(intent, method, outcome);
    }

    private PaymentIntent charge(PaymentIntent intent, PaymentMethod method, Outcome outcome) {
        if (outcome.approved()) {
            return approved(intent, method);
        }
        declined(intent, method, outcome);
        throw outcome.error()
                .with("charge", intent.latestCharge())
                .with("payment_intent", Json.view(intent))
                .with("payment_method", Json.view(method));
    }

    private PaymentIntent approved(PaymentIntent intent, PaymentMethod method) {
        var charge = Charge.of(intent.chargeOrder(), method, Outcome.APPROVED, now());
        intent.approve(charge);
        store.put(charge);
        store.put(intent);
        events.record("charge.succeeded", charge);
        var type = intent.status() == Status.SUCCEEDED ? "succeeded" : "amount_capturable_updated";
        events.record("payment_intent." + type, intent);
        return intent;
    }

    private PaymentIntent declined(PaymentIntent intent, PaymentMethod method, Outcome outcome) {
        var charge = Charge.of(intent.chargeOrder(), method, outcome, now());
        store.put(charge);
        events.record("charge.failed", charge);
        var error = new HashMap<String, Object>();
        error.put("type", "card_error");
        error.put("code", outcome.code());
        error.put("decline_code", outcome.declineCode());
        error.put("message", outcome.message());
        error.put("charge", charge.id());
        error.put("payment_method", Json.view(method));
        return failed(intent, error, charge.id());
    }

    private PaymentIntent failed(PaymentIntent intent, Map<String, Object> error, String charge) {
        intent.fail(error, charge);
        store.put(intent);
        events.record("payment_intent.payment_failed", intent);
        return intent;
    }

    private static StripeError missingReturnUrl() {
        return StripeError.invalid(
                "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
                "return_url");
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
