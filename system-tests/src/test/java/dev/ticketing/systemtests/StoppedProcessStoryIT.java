package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.PaymentEvent;
import dev.ticketing.messaging.BrokerAdmin;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SIGTERM, as a rolling restart sends it. */
class StoppedProcessStoryIT extends Story {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Person stripe = Person.stranger(
            URI.create("http://localhost:" + suite().options().environment().get("STRIPE_SANDBOX_PORT")));

    @AfterEach
    void startAgain() {
        var payments = suite().process("payments-service");
        payments.start();
        payments.awaitReady(Duration.ofMinutes(1));
    }

    @Test
    void requestInFlightIsAnsweredAndWhatItSavedIsPublishedBeforeTheEnd() {
        var buyer = Person.signedUp(frontDoor());
        var ticketId = Person.signedUp(frontDoor()).lists("In flight", "7").id();
        var orderId = buyer.orders(ticketId).id();
        stripe.post(
                "/_sandbox/faults", "{\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"delayBeforeMs\":3000}");
        var paying = CompletableFuture.supplyAsync(() -> buyer.pays(orderId, "tok_visa"));
        eventually().until(() -> stripe.get("/_sandbox/faults").json().isEmpty());

        suite().process("payments-service").stop(GRACE);

        assertThat(paying.join().status()).isEqualTo(201);
        try (var broker = BrokerAdmin.connect(natsUrl())) {
            assertThat(broker.events(PaymentEvent.PaymentAuthorized.class))
                    .extracting(PaymentEvent::orderId)
                    .contains(orderId);
        }
        startAgain();
        eventually().until(() -> buyer.orderStatus(orderId).equals("complete"));
        assertThat(ledger().netCaptured(orderId)).isEqualTo(700);
    }
}
