package dev.ticketing.stripesandbox.idempotency;

import static dev.ticketing.stripesandbox.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.stripesandbox.SandboxTest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyIT extends SandboxTest {

    private static final String PAYMENT = "amount=1999&currency=usd&confirm=true&payment_method_types[]=card";

    @Test
    void sameCallGetsTheFirstAnswerAgain() {
        var first = create("k", PAYMENT + "&payment_method=pm_card_visa");
        var again = create("k", "payment_method=pm_card_visa&" + PAYMENT);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(sandbox.ledger().path("paymentIntents")).hasSize(1);
    }

    @Test
    void declineIsRepeatedToo() {
        var form = PAYMENT + "&payment_method=pm_card_chargeDeclined";
        var first = create("k", form);
        var again = create("k", form);

        assertThat(again.statusCode()).isEqualTo(402);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sandbox.ledger().path("paymentIntents")).hasSize(1);
    }

    @Test
    void otherParametersAreRefused() {
        create("k", PAYMENT + "&payment_method=pm_card_visa");

        var other = create("k", PAYMENT + "&payment_method=pm_card_amex");

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(json(other).at("/error/type").asString()).isEqualTo("idempotency_error");
    }

    @Test
    void otherEndpointIsRefused() {
        create("k", PAYMENT + "&payment_method=pm_card_visa");

        var other = sandbox.post("/v1/refunds", "", "Idempotency-Key", "k");

        assertThat(json(other).at("/error/type").asString()).isEqualTo("idempotency_error");
    }

    @Test
    void keyInUseIsAConflict() throws Exception {
        sandbox.control("/_sandbox/faults", "{\"path\":\"/v1/payment_intents\",\"delayBeforeMs\":1500}");
        var form = PAYMENT + "&payment_method=pm_card_visa";

        var calls = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> create("k", form)))
                .toList();
        var statuses = calls.stream().map(call -> call.join().statusCode()).toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(sandbox.ledger().path("paymentIntents")).hasSize(1);
    }

    @Test
    void refusedParametersDoNotUseUpTheKey() {
        assertThat(create("k", "amount=1&currency=usd").statusCode()).isEqualTo(400);

        assertThat(create("k", "amount=1999&currency=usd").statusCode()).isEqualTo(200);
    }

    @Test
    void serverErrorIsRepeatedButNotTooMany() {
        sandbox.control("/_sandbox/faults", "{\"status\":500}");
        assertThat(create("k500", "amount=1999&currency=usd").statusCode()).isEqualTo(500);
        assertThat(create("k500", "amount=1999&currency=usd").statusCode()).isEqualTo(500);

        sandbox.control("/_sandbox/faults", "{\"status\":429}");
        assertThat(create("k429", "amount=1999&currency=usd").statusCode()).isEqualTo(429);
        assertThat(create("k429", "amount=1999&currency=usd").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> create(String key, String form) {
        return sandbox.post("/v1/payment_intents", form, "Idempotency-Key", key);
    }
}
