package dev.ticketing.client.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.client.testing.PageTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@PageTest
@TestPropertySource(properties = "ticketing.live.streams-per-client=2")
class StreamLimitIT {

    private static final String HERE = "203.0.113.1";

    @Autowired
    LiveFeed feed;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void clientHasStreamsUpToItsLimitUntilOneEnds() throws Exception {
        try (var first = open(HERE).body()) {
            assertThat(first).isNotNull();
            var second = open(HERE).body();
            var third = open(HERE);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(third.headers().firstValue("RateLimit-Policy")).contains("\"streams-by-client\";q=2");
            try (var neighbour = open("203.0.113.2").body()) {
                assertThat(neighbour.read()).isPositive();
            }

            second.close();

            await().untilAsserted(() -> {
                feed.hub().beat(); // detects disconnected browsers
                try (var again = open(HERE).body()) {
                    assertThat(again.read()).isPositive();
                }
            });
        }
    }

    private HttpResponse<InputStream> open(String from) throws IOException, InterruptedException {
        var page = URI.create("http://localhost:" + port + "/live?tickets=" + new ObjectId());
        var request = HttpRequest.newBuilder(page)
                .header("Accept", "text/event-stream")
                .header("X-Forwarded-For", from)
                .build();
        return http.send(request, BodyHandlers.ofInputStream());
    }
}
