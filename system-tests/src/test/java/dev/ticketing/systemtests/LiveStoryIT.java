package dev.ticketing.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes by one person show on the open pages of others. */
class LiveStoryIT extends Story {

    private static final Logger log = LoggerFactory.getLogger(LiveStoryIT.class);
    private static final int TIMES = 20;

    private final HttpClient watcher = HttpClient.newHttpClient();

    @Test
    void aHeldTicketShowsInAnotherBrowserEveryTime() throws Exception {
        var seller = Person.signedUp(frontDoor());
        var buyer = Person.signedUp(frontDoor());
        var delays = new ArrayList<Duration>();
        for (var time = 0; time < TIMES; time++) {
            var ticket = seller.lists("Watched " + UUID.randomUUID(), "12.50").id();
            var shown = heldAt(ticket);

            var began = System.nanoTime();
            var order = buyer.orders(ticket).id();

            delays.add(Duration.ofNanos(shown.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) - began));
            assertThat(buyer.cancels(order).status()).isEqualTo(204);
        }

        Collections.sort(delays);
        log.info("held shows after p50={} max={}", delays.get(TIMES / 2), delays.getLast());
    }

    /** The time when a page that shows this ticket receives its reservation. */
    private CompletableFuture<Long> heldAt(String ticket) throws Exception {
        var request = HttpRequest.newBuilder(frontDoor().resolve("/live?tickets=" + ticket))
                .header("Accept", "text/event-stream")
                .build();
        var answer = watcher.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
        assertThat(lines.readLine()).isEqualTo("event: hello");
        return CompletableFuture.supplyAsync(() -> {
            lines.lines()
                    .filter(line -> line.contains("\"status\":\"reserved\""))
                    .findFirst()
                    .orElseThrow();
            return System.nanoTime();
        });
    }
}
