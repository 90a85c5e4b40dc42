package dev.ticketing.stripesandbox.paymentintent;

import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.store.Json;

/** The refusals of steps that a PaymentIntent's status forbids, with Stripe's texts and the PaymentIntent. */
final class UnexpectedState {

    private static final String ONLY = " because it has a status of %s. Only a PaymentIntent with one of the following"
            + " statuses may be %s: %s.";

    private UnexpectedState() {}

    static StripeError confirm(PaymentIntent intent) {
        if (intent.status() == Status.CANCELED) {
            return only("You cannot confirm this PaymentIntent", intent, "confirmed", Status.codes(Status.CONFIRMABLE));
        }
        return of(
                intent,
                "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.");
    }

    static StripeError missingPaymentMethod(PaymentIntent intent) {
        return of(
                intent,
                "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.");
    }

    static StripeError capture(PaymentIntent intent) {
        if (intent.status() == Status.SUCCEEDED) {
            return of(intent, "This PaymentIntent could not be captured because it has already been captured.");
        }
        var captured = Status.REQUIRES_CAPTURE.code();
        return only("This PaymentIntent could not be captured", intent, "captured", captured);
    }

    static StripeError cancel(PaymentIntent intent) {
        return only("You cannot cancel this PaymentIntent", intent, "canceled", Status.codes(Status.CANCELABLE));
    }

    static StripeError authenticate(PaymentIntent intent) {
        var waiting = Status.REQUIRES_ACTION.code();
        return only("This PaymentIntent could not be authenticated", intent, "authenticated", waiting);
    }

    static StripeError update(PaymentIntent intent) {
        return only(
                "This PaymentIntent's amount could not be updated",
                intent,
                "updated",
                Status.codes(Status.CONFIRMABLE));
    }

    private static StripeError only(String refusal, PaymentIntent intent, String done, String statuses) {
        return of(intent, refusal + ONLY.formatted(intent.status().code(), done, statuses));
    }

    private static StripeError of(PaymentIntent intent, String message) {
        return StripeError.refused(message)
                .code("payment_intent_unexpected_state")
                .with("payment_intent", Json.view(intent));
    }
}
