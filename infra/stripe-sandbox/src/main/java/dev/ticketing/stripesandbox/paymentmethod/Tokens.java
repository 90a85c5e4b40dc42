package dev.ticketing.stripesandbox.paymentmethod;

import dev.ticketing.stripesandbox.api.Ids;
import dev.ticketing.stripesandbox.api.Params;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.store.Json;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Card tokens: Stripe's documented ones, for any number of uses, and created ones, for one use each. */
@Component
final class Tokens {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final Store store;
    private final Clock clock;

    Tokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Token create(Params params) {
        var entry = CardEntry.of(params.child("card"), clock);
        var token = token(Ids.next("tok"), entry.testCard(), entry.card());
        store.put(token);
        return token;
    }

    Token require(String id, String param) {
        return TestCard.byToken(id)
                .map(testCard -> token(id, testCard, Card.of(testCard)))
                .or(() -> store.find(Token.class, id))
                .orElseThrow(() -> StripeError.noSuch("token", id, param));
    }

    Token use(String id, String param) {
        var token = require(id, param);
        if (token.used()) {
            throw StripeError.refused("You cannot use a Stripe token more than once: " + id + ".")
                    .code("token_already_used");
        }
        if (TestCard.byToken(id).isEmpty()) {
            store.put(token.usedUp());
        }
        return token;
    }

    private Token token(String id, TestCard testCard, Card card) {
        var shown = Json.MAPPER.convertValue(card, MAP);
        shown.put("id", Ids.next("card"));
        shown.put("object", "card");
        return new Token(id, "token", shown, clock.instant().getEpochSecond(), false, "card", false, testCard, card);
    }
}
