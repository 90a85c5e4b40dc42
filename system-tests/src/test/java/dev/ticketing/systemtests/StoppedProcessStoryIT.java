package dev.ticketing.systemtests;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.events.PaymentEvent;
import dev.ticketing.local.process.ManagedProcess;
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

/** SIGTERM, as in a rolling restart. */
class StoppedProcessStoryIT extends Story {

    private static final Duration GRACE = Duration.ofSeconds(60);
    /** Time for a service to end that does not wait for the broker. */
    private static final Duration LONG_ENOUGH_TO_END = Duration.ofSeconds(4);

    private final Sandbox stripe = new Sandbox(ledger().sandbox());
    private final ManagedProcess payments = suite().process("payments-service");

    @AfterEach
    void startAgain() {
        payments.start();
        awaitSuite(payments.name());
    }

    @Test
    void requestInProgressIsFinished() {
        var buyer = Person.signedUp(frontDoor());
        var orderId = ordered(buyer);
        var paying = payingSlowly(buyer, orderId);

        payments.stop(GRACE);

        assertThat(paying.join().status()).isEqualTo(201);
        startAgain();
        eventually().until(() -> buyer.orderStatus(orderId).equals("complete"));
        assertThat(ledger().netCaptured(orderId)).isEqualTo(700);
    }

    /**
     * The broker does not respond until a service that does not wait would have ended without publishing its events.
     */
    @Test
    void savedEventsArePublishedBeforeTheEnd() {
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
    void readinessEndsWhileRequestsStillSucceed() {
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
        assertThat(answered).startsWith(401); // without a session; the last requests may meet the end
    }

    private static final int GONE = 0;

    private int readiness() {
        return status("/readyz");
    }

    /** On a separate connection, directly to the service. */
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

    /** Returns when the request has reached Stripe, which is slow. */
    private CompletableFuture<Answer> payingSlowly(Person buyer, String orderId) {
        stripe.fault("{\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"delayBeforeMs\":3000}");
        var paying = CompletableFuture.supplyAsync(() -> buyer.pays(orderId, "tok_visa"));
        eventually().until(() -> stripe.faultsLeft() == 0);
        return paying;
    }

    private static List<Document> outbox(String orderId) {
        try (var mongo = MongoClients.create(suite().options().addresses().mongodbUri())) {
            return mongo.getDatabase("payments")
                    .getCollection("payments")
                    .find(eq("orderId", orderId))
                    .first()
                    .getList("outbox", Document.class, List.of());
        }
    }
}
