package dev.ticketing.systemtests;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.ticketing.events.PaymentEvent;
import dev.ticketing.local.Addresses;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.messaging.BrokerAdmin;
import dev.ticketing.systemtests.faults.Frozen;
import dev.ticketing.systemtests.faults.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** SIGTERM, as a rolling restart sends it. */
class StoppedProcessStoryIT extends Story {

    private static final Duration GRACE = Duration.ofSeconds(60);
    /** In which a service that does not wait for the broker has ended. */
    private static final Duration LONG_ENOUGH_TO_END = Duration.ofSeconds(4);

    private final Sandbox stripe = new Sandbox(ledger().sandbox());
    private final ManagedProcess payments = suite().process("payments-service");

    @AfterEach
    void startAgain() {
        payments.start();
        payments.awaitReady(START);
    }

    @Test
    void requestInFlightIsAnswered() {
        var buyer = Person.signedUp(frontDoor());
        var orderId = ordered(buyer);
        var paying = payingSlowly(buyer, orderId);

        payments.stop(GRACE);

        assertThat(paying.join().status()).isEqualTo(201);
        startAgain();
        eventually().until(() -> buyer.orderStatus(orderId).equals("complete"));
        assertThat(ledger().netCaptured(orderId)).isEqualTo(700);
    }

    /** The broker does not answer until the service would have ended without its events' being published. */
    @Test
    void whatWasSavedIsPublishedBeforeTheEnd() {
        var buyer = Person.signedUp(frontDoor());
        var orderId = ordered(buyer);
        var paying = payingSlowly(buyer, orderId);
        CompletableFuture<Void> stopped;
        try (var _ = Frozen.freeze(List.of(suite().process("nats")))) {
            stopped = CompletableFuture.runAsync(() -> payments.stop(GRACE));
            assertThat(paying.join().status()).isEqualTo(201);
            eventually().until(() -> readiness() == GONE);
            var end = System.nanoTime() + LONG_ENOUGH_TO_END.toNanos();
            eventually().until(() -> !payments.isAlive() || System.nanoTime() > end);
        }
        stopped.join();

        assertThat(outbox(orderId)).isEmpty();
        try (var broker = BrokerAdmin.connect(natsUrl())) {
            assertThat(broker.events(PaymentEvent.PaymentAuthorized.class))
                    .extracting(PaymentEvent::orderId)
                    .contains(orderId);
        }
    }

    @Test
    void readinessGoesDownWhileRequestsAreStillAnswered() {
        var stopped = CompletableFuture.runAsync(() -> payments.stop(GRACE));
        var seen = new ArrayList<Integer>();
        var answered = new ArrayList<Integer>();
        while (seen.isEmpty() || seen.getLast() != GONE) {
            seen.add(readiness());
            if (seen.getLast() == 503) {
                answered.add(status("/api/payments"));
            }
        }
        stopped.join();

        assertThat(seen.stream().distinct()).endsWith(503, GONE);
        assertThat(answered).startsWith(401); // who is not signed in; the last ones may meet the end
    }

    private static final int GONE = 0;

    private int readiness() {
        return status("/readyz");
    }

    /** Asked on a connection of its own, and directly. */
    private int status(String path) {
        var port = suite().options().environment().get("PAYMENTS_PORT");
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return GONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String ordered(Person buyer) {
        return buyer.orders(Person.signedUp(frontDoor()).lists("In flight", "7").id())
                .id();
    }

    /** Returns when the request has reached Stripe, which takes its time. */
    private CompletableFuture<Answer> payingSlowly(Person buyer, String orderId) {
        stripe.fault("{\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"delayBeforeMs\":3000}");
        var paying = CompletableFuture.supplyAsync(() -> buyer.pays(orderId, "tok_visa"));
        eventually().until(() -> stripe.faultsLeft() == 0);
        return paying;
    }

    private static List<Document> outbox(String orderId) {
        try (var mongo = MongoClients.create(
                Addresses.of(suite().options().environment()).mongodbUri())) {
            return mongo.getDatabase("payments")
                    .getCollection("payments")
                    .find(eq("orderId", orderId))
                    .first()
                    .getList("outbox", Document.class, List.of());
        }
    }
}
