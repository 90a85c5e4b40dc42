package dev.ticketing.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ticketing.local.process.ManagedProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontDoorIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, HttpServer> SERVICES = new HashMap<>();
    private static final CountDownLatch SECOND_EVENT = new CountDownLatch(1);

    private static ManagedProcess nginx;
    private static URI door;

    /** Every upstream answers with its own name, except payments-service, which is down. */
    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var options = SuiteOptions.isolated(folder);
        var upstreams = new HashMap<String, List<Integer>>();
        for (var port : Applications.ROUTED) {
            upstreams.put(port.owner(), List.of(port == Port.PAYMENTS ? options.port(port) : stub(port.owner())));
        }
        nginx = new ManagedProcess(new FrontDoor(options).spec(upstreams), folder, line -> {});
        nginx.start();
        nginx.awaitReady(Duration.ofSeconds(20));
        door = URI.create(options.url(Port.FRONT_DOOR));
    }

    private static int stub(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            var answer = String.join(
                    " ",
                    name,
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Host"),
                    headers.getFirst("X-Forwarded-For"),
                    headers.getFirst("X-Forwarded-Proto"),
                    headers.getFirst("X-Forwarded-Host"));
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(answer.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.createContext("/events", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
                body.flush();
                SECOND_EVENT.await();
                body.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(Thread::startVirtualThread);
        server.start();
        SERVICES.put(name, server);
        return server.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        nginx.stop(Duration.ofSeconds(5));
        SERVICES.values().forEach(server -> server.stop(0));
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(door.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/users, auth-service",
        "/api/users/signup, auth-service",
        "/api/tickets?limit=2, tickets-service",
        "/api/tickets/1/x, tickets-service",
        "/api/orders, orders-service",
        "/api/orders/, orders-service",
        "/, client",
        "/tickets/new, client",
        "/apix, client",
        "/auth/signin, client",
    })
    void pathLeadsToItsService(String path, String service) throws Exception {
        assertThat(get(path).body()).startsWith(service + " " + path + " ");
    }

    @ParameterizedTest
    @CsvSource({"/api", "/api/", "/api/usersx", "/api/users-admin/1", "/api/other"})
    void unknownApiPathIsProblem(String path) throws Exception {
        var response = get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"not-found\"", "\"errors\":[{");
    }

    @Test
    void absentServiceIsUnavailableForAMoment() throws Exception {
        var response = get("/api/payments");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"status\":503", "\"code\":\"service-unavailable\"", "\"errors\":[{");
    }

    @Test
    void clientIsToldApartFromItsClaims() throws Exception {
        var host = door.getAuthority();

        assertThat(get("/api/orders", "X-Forwarded-For", "1.2.3.4", "X-Forwarded-Proto", "https")
                        .body())
                .isEqualTo("orders-service /api/orders %s 127.0.0.1 http %s".formatted(host, host));
    }

    @Test
    void eventsGoOutAsTheyCome() throws Exception {
        var request = HttpRequest.newBuilder(door.resolve("/events")).build();
        var response = HTTP.send(request, BodyHandlers.ofLines());
        var events = response.body().filter(line -> !line.isEmpty()).iterator();

        assertThat(events.next()).isEqualTo("data: first");
        SECOND_EVENT.countDown();
        assertThat(events.next()).isEqualTo("data: second");
    }
}
