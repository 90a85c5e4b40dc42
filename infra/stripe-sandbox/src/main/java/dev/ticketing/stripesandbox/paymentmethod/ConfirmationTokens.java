package dev.ticketing.stripesandbox.paymentmethod;

import dev.ticketing.stripesandbox.api.Ids;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** ConfirmationTokens: valid for one PaymentIntent, for twelve hours. */
@Component
public final class ConfirmationTokens {

    private static final Duration VALID = Duration.ofHours(12);

    private final Store store;
    private final PaymentMethods methods;
    private final Clock clock;

    ConfirmationTokens(Store store, PaymentMethods methods, Clock clock) {
        this.store = store;
        this.methods = methods;
        this.clock = clock;
    }

    ConfirmationToken create(Params params) {
        var named = params.text("payment_method");
        var method = named.isPresent()
                ? methods.require(named.get(), "payment_method")
                : methods.create(params.child("payment_method_data"));
        var now = clock.instant();
        var token = new ConfirmationToken(
                Ids.next("ctoken"),
                "confirmation_token",
                now.getEpochSecond(),
                now.plus(VALID).getEpochSecond(),
                false,
                null,
                Map.of("type", "card", "card", method.card(), "billing_details", method.billingDetails()),
                params.text("return_url").orElse(null),
                false,
                method.id());
        store.put(token);
        return token;
    }

    ConfirmationToken require(String id) {
        return store.find(ConfirmationToken.class, id)
                .orElseThrow(() -> StripeError.noSuch("confirmationtoken", id, "confirmation_token"));
    }

    public ConfirmationToken use(String id, String intent) {
        var token = require(id);
        if (token.paymentIntent() != null) {
            throw StripeError.refused(
                    "The ConfirmationToken %s was already used to confirm %s and cannot be used again."
                            .formatted(id, token.paymentIntent()));
        }
        if (token.expiresAt() < clock.instant().getEpochSecond()) {
            throw StripeError.refused("The ConfirmationToken " + id + " has expired.");
        }
        var used = token.usedBy(intent);
        store.put(used);
        return used;
    }
}
