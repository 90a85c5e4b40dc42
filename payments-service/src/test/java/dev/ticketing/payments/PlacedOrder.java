package dev.ticketing.payments;

import static org.awaitility.Awaitility.await;

import dev.ticketing.events.Event;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.bson.types.ObjectId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An order with its buyer, who pays, and with orders-service, whose part a test plays. */
public final class PlacedOrder {

    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient http;
    private final Broker broker;
    private final OrderCreated created;
    private final SignedIn buyer;
    private final AtomicLong version = new AtomicLong();

    /** What the service answered. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        public String text(String field) {
            return body.path(field).asString(null);
        }
    }

    private PlacedOrder(RestTestClient http, Broker broker, SignedIn buyer, OrderCreated created) {
        this.http = http;
        this.broker = broker;
        this.buyer = buyer;
        this.created = created;
    }

    public static PlacedOrder at(long priceMinor, RestTestClient http, Broker broker) {
        return of(SignedIn.someone(), priceMinor, Instant.now().plus(Duration.ofHours(1)), http, broker);
    }

    public static PlacedOrder of(
            SignedIn buyer, long priceMinor, Instant expiresAt, RestTestClient http, Broker broker) {
        var ticket = new PricedTicket(new ObjectId().toHexString(), 0, priceMinor, "usd");
        var created = new OrderCreated(new ObjectId().toHexString(), buyer.id(), "created", expiresAt, ticket);
        var order = new PlacedOrder(http, broker, buyer, created);
        broker.publish(created, 0);
        return order;
    }

    public String id() {
        return created.id();
    }

    public SignedIn buyer() {
        return buyer;
    }

    public OrderCreated created() {
        return created;
    }

    public Answer pay(String token) {
        return pay(token, buyer);
    }

    public Answer pay(String token, SignedIn somebody) {
        var body = "{\"orderId\":\"" + id() + "\",\"token\":\"" + token + "\"}";
        return onceKnown(() -> post(body, somebody));
    }

    /** Comes again as long as the order is not yet known. */
    private static Answer onceKnown(Callable<Answer> request) {
        return await().until(request, answer -> !"not-yet-known".equals(answer.text("code")));
    }

    public Answer payWithKey(String key, String token) {
        var body = "{\"orderId\":\"" + id() + "\",\"token\":\"" + token + "\"}";
        return onceKnown(() -> post(body, buyer, headers -> headers.set("Idempotency-Key", key)));
    }

    public Answer post(String body, SignedIn somebody) {
        return post(body, somebody, headers -> {});
    }

    private Answer post(String body, SignedIn somebody, Consumer<HttpHeaders> headers) {
        var result = http.post()
                .uri("/api/payments")
                .header("Cookie", somebody.cookie(Instant.now().plus(Duration.ofDays(3))))
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return new Answer(
                result.getStatus().value(), result.getResponseHeaders(), JSON.readTree(result.getResponseBody()));
    }

    /** Pays, and plays orders-service's part as soon as the payment is authorized. */
    public Answer payAndClaim(String token) {
        var answer = payInBackground(token);
        awaitStatus("authorized");
        claim();
        return answer.join();
    }

    public CompletableFuture<Answer> payInBackground(String token) {
        return CompletableFuture.supplyAsync(
                () -> pay(token), task -> Thread.ofVirtual().start(task));
    }

    public OrderAwaitingPayment claim() {
        var event = new OrderAwaitingPayment(id(), payment().path("id").asString(), ticket());
        broker.publish(event, version.incrementAndGet());
        return event;
    }

    public OrderCompleted complete() {
        var event = new OrderCompleted(id(), payment().path("id").asString(), ticket());
        broker.publish(event, version.incrementAndGet());
        return event;
    }

    public OrderCancelled cancel() {
        var event = new OrderCancelled(id(), "expired", ticket());
        broker.publish(event, version.incrementAndGet());
        return event;
    }

    public void again(Event event, long eventVersion) {
        broker.publishAgain(event, eventVersion);
    }

    public TicketReference ticket() {
        return new TicketReference(created.ticket().id());
    }

    /** The payment as the buyer sees it; a missing node before the first attempt. */
    public JsonNode payment() {
        var body = http.get()
                .uri("/api/payments")
                .header("Cookie", buyer.cookie())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body)
                .valueStream()
                .filter(payment -> payment.path("orderId").asString().equals(id()))
                .findFirst()
                .orElseGet(JSON::missingNode);
    }

    public String paymentId() {
        return payment().path("id").asString();
    }

    public void awaitStatus(String status) {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> payment().path("status").asString("none"), status::equals);
    }
}
