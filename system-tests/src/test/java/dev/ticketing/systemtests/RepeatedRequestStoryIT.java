package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client whose network loses responses repeats its requests with the same key. */
class RepeatedRequestStoryIT extends Story {

    private static final int TIMES = 8;

    private final Person seller = Person.signedUp(frontDoor());
    private final Person buyer = Person.signedUp(frontDoor());

    @Test
    void everythingHasOneEffectAndOneResponse() throws InterruptedException {
        var ticketId = one(atOnce(seller, "/api/tickets", "{\"title\":\"Once\",\"price\":17}"));
        var orderId = one(atOnce(buyer, "/api/orders", "{\"ticketId\":\"%s\"}".formatted(ticketId)));
        one(atOnce(buyer, "/api/payments", "{\"orderId\":\"%s\",\"token\":\"tok_visa\"}".formatted(orderId)));

        eventually().until(() -> buyer.orderStatus(orderId).equals("complete"));
        assertThat(ledger().intentsOf(orderId)).hasSize(1);
        assertThat(ledger().netCaptured(orderId)).isEqualTo(1700);
    }

    @Test
    void refusedRequestIsCheckedAgain() {
        var ticketId = seller.lists("Refused first", "5").id();
        var order = Person.signedUp(frontDoor()).orders(ticketId);
        assertThat(order.status()).isEqualTo(201);
        var body = "{\"ticketId\":\"%s\"}".formatted(ticketId);
        var key = UUID.randomUUID().toString();

        assertThat(buyer.post("/api/orders", body, key).status()).isEqualTo(409);
        assertThat(buyer.post("/api/orders", body, key).status()).isEqualTo(409);
        assertThat(buyer.post("/api/orders", "{\"ticketId\":\"%024x\"}".formatted(1), key)
                        .status())
                .isEqualTo(404);
    }

    private static List<Answer> atOnce(Person who, String path, String body) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        return AtOnce.call(TIMES, each -> who.post(path, body, key));
    }

    /** The only id in these responses. */
    private static String one(List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        return answers.getFirst().id();
    }
}
