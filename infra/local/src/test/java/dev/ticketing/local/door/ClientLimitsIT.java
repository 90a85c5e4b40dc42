package dev.ticketing.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.settings.ClientLimits;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The front door with low limits: a rate of one second and a burst of ten. */
class ClientLimitsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final CountDownLatch STREAMS_END = new CountDownLatch(1);
    private static final AtomicInteger SLOW_BODIES = new AtomicInteger();

    private static ManagedProcess nginx;
    private static HttpServer services;
    private static URI door;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        services = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        services.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.close();
        });
        services.createContext("/api/orders/slow", exchange -> {
            SLOW_BODIES.incrementAndGet();
            exchange.sendResponseHeaders(200, 0);
            exchange.close();
        });
        services.createContext("/live", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            try {
                STREAMS_END.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        services.setExecutor(Thread::startVirtualThread);
        services.start();
        var options = SuiteOptions.isolated(folder)
                .with("REQUESTS_PER_CLIENT", "30")
                .with("SEARCHES_PER_CLIENT", "2")
                .with("SIGN_INS_PER_CLIENT", "1")
                .with("STREAMS_PER_CLIENT", "3")
                .with("CONNECTIONS_PER_CLIENT", "700");
        for (var service : Service.routed()) {
            options = options.with(
                    service.port().variable(),
                    String.valueOf(services.getAddress().getPort()));
        }
        nginx = new ManagedProcess(new FrontDoor(options).spec(), folder, line -> {});
        nginx.start();
        nginx.awaitReady(Duration.ofSeconds(20));
        door = URI.create(options.url(Port.FRONT_DOOR));
    }

    @AfterAll
    static void stop() {
        STREAMS_END.countDown();
        nginx.stop(Duration.ofSeconds(5));
        services.stop(0);
    }

    @Test
    void aClientThatGuessesPasswordsIsHeldUpAndOthersAreNot() throws Exception {
        var answers = atOnce(
                100,
                HttpRequest.newBuilder(door.resolve("/api/users/signin"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeBetween(11, 20);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.headers().firstValue("RateLimit")).isPresent();
            assertThat(answer.headers().firstValue("RateLimit-Policy")).isPresent();
            assertThat(answer.body()).contains("\"code\":\"too-many-requests\"", "\"instance\":\"/api/users/signin\"");
        });
        assertThat(sent("127.0.0.2", "/api/users/signin")).startsWith("HTTP/1.1 200");
        assertThat(get("/api/users/currentuser").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatSearchesWithoutEndGetsAPageThatSaysSo() throws Exception {
        var answers = atOnce(100, HttpRequest.newBuilder(door.resolve("/?q=a")).build());

        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html");
                    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                    assertThat(answer.body()).contains("Too many requests");
                });
        assertThat(get("/tickets/1").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientHasSoManyStreamsAndMayAskInstead() throws Exception {
        var stream = HttpRequest.newBuilder(door.resolve("/live"))
                .header("Accept", "text/event-stream")
                .build();
        var open = IntStream.range(0, 3)
                .mapToObj(number ->
                        HTTP.sendAsync(stream, BodyHandlers.ofInputStream()).join())
                .toList();

        assertThat(open).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(HTTP.send(stream, BodyHandlers.discarding()).statusCode()).isEqualTo(429);
        STREAMS_END.countDown();
        assertThat(get("/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatFloodsAnyPathIsHeldUpAndOthersAreNot() throws Exception {
        try (var flood = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName("127.0.0.3"))
                .build()) {
            var orders = URI.create("http://127.0.0.1:" + door.getPort() + "/api/orders");

            var answers = atOnce(flood, 600, HttpRequest.newBuilder(orders).build());

            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeGreaterThanOrEqualTo(300);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 429).isNotEmpty();
            assertThat(get("/api/orders").statusCode()).isEqualTo(200);
        }
    }

    /** Bodies of which the second byte does not come: they keep no service busy, and beyond so many the client is refused. */
    @Test
    void slowBodiesOfOneClientAreLimitedAndDelayNobodyElse() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (var count = 0; count < 710; count++) {
                var socket = connected("127.0.0.4");
                slow.add(socket);
                socket.getOutputStream()
                        .write("POST /api/orders/slow HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\na"
                                .getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(slow.subList(700, 710))
                    .allSatisfy(socket -> assertThat(statusOf(socket)).isEqualTo("HTTP/1.1 429"));
            assertThat(sent("127.0.0.2", "/api/orders")).startsWith("HTTP/1.1 200");
            assertThat(SLOW_BODIES).hasValue(0);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static String statusOf(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
    }

    @Test
    void aLimitThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> new ClientLimits(Map.of("REQUESTS_PER_CLIENT", "many")).in(""))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("REQUESTS_PER_CLIENT is many");
    }

    private static List<HttpResponse<String>> atOnce(int count, HttpRequest request) {
        return atOnce(HTTP, count, request);
    }

    private static List<HttpResponse<String>> atOnce(HttpClient client, int count, HttpRequest request) {
        var answers = IntStream.range(0, count)
                .mapToObj(number -> client.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(door.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static Socket connected(String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", door.getPort()));
        return socket;
    }

    private static String sent(String from, String path) throws IOException {
        try (var socket = connected(from)) {
            socket.getOutputStream()
                    .write(("POST " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
