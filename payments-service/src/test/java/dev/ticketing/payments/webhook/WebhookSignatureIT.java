package dev.ticketing.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whoever is not Stripe is refused, and what he sent is not kept. */
@SandboxTest
class WebhookSignatureIT {

    @Autowired
    RestTestClient http;

    @Autowired
    ReceivedEvents inbox;

    @Test
    void forgedEventIsRefusedAndNotKept() {
        var event = anEvent();

        assertThat(Signatures.send(http, event, Signatures.header(event, "whsec_guessed", Instant.now())))
                .isEqualTo(400);
        assertThat(inbox.findById(Signatures.eventId(event))).isEmpty();
    }

    @Test
    void eventSignedFiveMinutesAgoIsRefused() {
        var event = anEvent();
        var before = Instant.now().minusSeconds(302);

        assertThat(Signatures.send(http, event, Signatures.header(event, Sandbox.WEBHOOK_SECRET, before)))
                .isEqualTo(400);
        assertThat(inbox.findById(Signatures.eventId(event))).isEmpty();
    }

    @Test
    void changedEventIsRefused() {
        var event = anEvent();
        var signature = Signatures.header(event, Sandbox.WEBHOOK_SECRET, Instant.now());

        assertThat(Signatures.send(http, event.replace("payout.paid", "payout.failed"), signature))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "t=abc,v1=00", "t=1", "v1=00", "t=1=2,v1"})
    void nonsenseForASignatureIsRefused(String signature) {
        assertThat(Signatures.send(http, anEvent(), signature)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", "{}", "{\"id\":\"evt_1\"}", "{\"object\":\"v2.core.event\"}"})
    void signedNonsenseIsRefused(String payload) {
        assertThat(Signatures.send(http, payload, valid(payload))).isEqualTo(400);
    }

    @Test
    void eventWithoutASignatureIsRefused() {
        http.post()
                .uri("/api/payments/webhook")
                .contentType(MediaType.APPLICATION_JSON)
                .body(anEvent())
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static String anEvent() {
        return "{\"id\":\"evt_" + new ObjectId()
                + "\",\"object\":\"event\",\"type\":\"payout.paid\",\"data\":{\"object\":{}}}";
    }

    private static String valid(String payload) {
        return Signatures.header(payload, Sandbox.WEBHOOK_SECRET, Instant.now());
    }
}
