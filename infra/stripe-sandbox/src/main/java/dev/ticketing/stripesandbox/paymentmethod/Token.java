package dev.ticketing.stripesandbox.paymentmethod;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ticketing.stripesandbox.store.Document;
import java.util.Map;

/** A card token for one use. */
record Token(
        String id,
        String object,
        Map<String, Object> card,
        long created,
        boolean livemode,
        String type,
        boolean used,
        @JsonProperty("_test_card") TestCard testCard,
        @JsonProperty("_card") Card kept)
        implements Document {

    Token usedUp() {
        return new Token(id, object, card, created, livemode, type, true, testCard, kept);
    }
}
