package dev.ticketing.client.web.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.client.testing.PageTest;
import dev.ticketing.client.testing.Site;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.SignedIn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@PageTest
class LiveIT {

    private static final String STREAM = "text/event-stream";

    @Autowired
    Site site;

    @Autowired
    Broker broker;

    @Autowired
    LiveFeed feed;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String ticket = new ObjectId().toHexString();
    private final String order = new ObjectId().toHexString();
    private final SignedIn buyer = SignedIn.someone();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private InputStream open;

    @BeforeEach
    void usualDay() {
        site.usual();
        await().until(feed::isCurrent);
    }

    @AfterEach
    void leave() throws Exception {
        if (open != null) {
            open.close();
        }
        await().until(this::nobodyListens);
    }

    /** The next heartbeat detects a page that has gone; the tests after this one count streams. */
    private boolean nobodyListens() {
        feed.hub().beat();
        return feed.hub().size() == 0;
    }

    @Test
    void aHeldTicketShowsOnAPageThatIsOpen() {
        listen("/live?tickets=" + ticket);
        await().untilAsserted(() -> assertThat(lines).contains("event: hello"));

        broker.publish(updated("reserved"), 1);

        await().untilAsserted(() -> assertThat(lines)
                .contains("event: ticket", "data: {\"id\":\"" + ticket + "\",\"version\":1,\"status\":\"reserved\"}"));
        assertThat(lines).filteredOn(line -> line.startsWith("id: ")).last().isNotEqualTo("id: 0.0");
    }

    @Test
    void missedChangesAreSentOnce() {
        broker.publish(updated("reserved"), 1);
        await().untilAsserted(() -> assertThat(now("tickets=" + ticket).body()).contains("reserved"));
        var place = now("tickets=" + ticket).body().replaceAll(".*\"since\":\"([0-9.]+)\".*", "$1");
        broker.publish(updated("available"), 2);

        listen("/live?tickets=" + ticket, "Last-Event-ID", place);

        await().untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains("\"version\":2")));
        assertThat(lines).noneMatch(line -> line.contains("\"version\":1,"));
    }

    @Test
    void pagesWithoutAStreamPoll() {
        broker.publish(updated("sold"), 1);
        await().untilAsserted(() -> assertThat(now("tickets=" + ticket).body())
                .contains("\"reset\":false", "{\"kind\":\"ticket\",\"change\":{\"id\":\"" + ticket + "\""));

        var tag = now("tickets=" + ticket).headers().firstValue("ETag").orElseThrow();
        assertThat(now("tickets=" + ticket, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(now("tickets=" + ticket + "&since=99999999.0").body()).contains("\"reset\":true");
    }

    @Test
    void changesOfAnOrderReachOnlyItsBuyer() {
        site.services().on("GET /api/orders/" + order, 200, Site.order("created", null));

        listen("/live?order=" + order, "Cookie", buyer.cookie());
        broker.publish(created(), 0);

        await().untilAsserted(() ->
                assertThat(lines).contains("event: order", "data: {\"id\":\"" + order + "\",\"version\":0}"));
        assertThat(site.services().call("GET /api/orders/" + order).header("Cookie"))
                .startsWith("session=ey");
    }

    @Test
    void sellerReceivesChangesOfAllTheirTickets() {
        var seller = SignedIn.someone();
        listen("/live?selling=yes", "Cookie", seller.cookie());
        await().untilAsserted(() -> assertThat(lines).contains("event: hello"));
        var place =
                now("selling=yes", "Cookie", seller.cookie()).body().replaceAll(".*\"since\":\"([0-9.]+)\".*", "$1");

        broker.publish(new TicketUpdated(ticket, "Concert", 2000, "usd", seller.id(), "sold", null), 0);

        await().untilAsserted(() -> assertThat(lines)
                .contains("event: selling")
                .anyMatch(line -> line.startsWith("data: {\"id\":\"" + seller.id())));
        assertThat(now("selling=yes&since=" + place, "Cookie", seller.cookie()).body())
                .contains("{\"kind\":\"selling\"");
        assertThat(now("selling=yes&since=" + place, "Cookie", buyer.cookie()).body())
                .contains("\"changes\":[]");
        assertThat(now("selling=yes").statusCode()).isEqualTo(401);
    }

    @Test
    void anotherPersonReceivesNothing() {
        site.services().refuses("GET /api/orders/" + order, 404, "order-not-found", "not found", null);

        assertThat(listen("/live?order=" + order, "Cookie", buyer.cookie())).isEqualTo(404);
        assertThat(listen("/live?order=" + order)).isEqualTo(401);
        assertThat(now("order=" + order).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tickets=x", "tickets=5f,", "order=%24ne", "tickets=5F0000000000000000000001"})
    void invalidIdIsRefused(String query) {
        assertThat(listen("/live?" + query)).isEqualTo(400);
        assertThat(now(query).statusCode()).isEqualTo(400);
    }

    @Test
    void theHeadOfAStreamOpensNone() throws Exception {
        var head = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/live?tickets=" + ticket))
                .header("Accept", STREAM)
                .HEAD()
                .build();
        assertThat(http.send(head, BodyHandlers.discarding()).statusCode()).isEqualTo(200);

        assertThat(feed.hub().size()).isZero();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aPageThatIsClosedIsForgotten(CapturedOutput output) throws Exception {
        listen("/live?tickets=" + ticket);
        assertThat(feed.hub().size()).isEqualTo(1);

        open.close();

        await().untilAsserted(() -> {
            broker.publishAgain(updated("reserved"), 1);
            assertThat(feed.hub().size()).isZero();
        });
        assertThat(output).doesNotContain("WARN", "ERROR");
    }

    /** Spring stops a context while the tests of another one run. */
    @Test
    void aFeedThatWasStoppedStartsAgain() {
        feed.stop();

        feed.start();
        listen("/live?tickets=" + ticket);

        await().untilAsserted(() -> assertThat(lines).contains("event: hello"));
    }

    private int listen(String path, String... headers) {
        var answer = send(path, STREAM, BodyHandlers.ofInputStream(), headers);
        open = answer.body();
        if (answer.statusCode() == 200) {
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(STREAM);
            assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
            Thread.startVirtualThread(this::read);
        }
        return answer.statusCode();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(open, UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            // this browser has disconnected
        }
    }

    private HttpResponse<String> now(String query, String... headers) {
        return send("/live?" + query, "application/json", BodyHandlers.ofString(), headers);
    }

    private <T> HttpResponse<T> send(String path, String accept, HttpResponse.BodyHandler<T> body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", accept);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), body);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private TicketUpdated updated(String status) {
        return new TicketUpdated(ticket, "Concert", 2000, "usd", Site.SELLER_ID, status, null);
    }

    private OrderCreated created() {
        return new OrderCreated(order, buyer.id(), "created", Instant.EPOCH, new PricedTicket(ticket, 0, 2000, "usd"));
    }
}
