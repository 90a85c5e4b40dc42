package dev.ticketing.stripesandbox.paymentmethod;

import dev.ticketing.stripesandbox.api.Ids;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds or creates the PaymentMethod that a call names, describes or has a token for. */
@Component
public final class PaymentMethods {

    private final Store store;
    private final Tokens tokens;
    private final Clock clock;

    PaymentMethods(Store store, Tokens tokens, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A stored one, or a new one for a test id such as {@code pm_card_visa}. */
    public PaymentMethod require(String id, String param) {
        return TestCard.byPaymentMethod(id)
                .map(testCard -> keep(testCard, Card.of(testCard), Map.of()))
                .or(() -> store.find(PaymentMethod.class, id))
                .orElseThrow(() -> StripeError.noSuch("PaymentMethod", id, param));
    }

    /** From {@code type=card}, {@code card[token]} or {@code card[number]} and so on. */
    public PaymentMethod create(Params params) {
        var type = params.requiredText("type");
        if (!type.equals("card")) {
            throw StripeError.invalid(
                    "Invalid type: %s (the sandbox knows: card)".formatted(type), params.full("type"));
        }
        var card = params.child("card");
        var metadata = params.map("metadata");
        var token = card.text("token");
        if (token.isEmpty()) {
            var entry = CardEntry.of(card, clock);
            return keep(entry.testCard(), entry.card(), metadata);
        }
        var used = tokens.use(token.get(), card.full("token"));
        return keep(used.testCard(), used.kept(), metadata);
    }

    private PaymentMethod keep(TestCard testCard, Card card, Map<String, String> metadata) {
        var method = PaymentMethod.of(
                Ids.next("pm"), testCard, card, metadata, clock.instant().getEpochSecond());
        store.put(method);
        return method;
    }
}
