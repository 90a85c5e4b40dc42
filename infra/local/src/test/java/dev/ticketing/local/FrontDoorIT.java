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
import java.nio.file.Files;
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

    private static final String MADE = "0123456789abcdef01234567";

    private static ManagedProcess nginx;
    private static Path answers;
    private static URI door;

    /** Every upstream answers with its own name, except payments-service, which is down. */
    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        var options = SuiteOptions.isolated(folder);
        answers = options.answers();
        for (var port : Applications.ROUTED) {
            if (port != Port.PAYMENTS) {
                stub(port.owner(), options.port(port));
            }
        }
        nginx = new ManagedProcess(new FrontDoor(options).spec(), folder, line -> {});
        nginx.start();
        nginx.awaitReady(Duration.ofSeconds(20));
        door = URI.create(options.url(Port.FRONT_DOOR));
    }

    private static void stub(String name, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
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
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getPath() + "/" + MADE);
            }
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(answer.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.createContext("/page", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write("page ".repeat(1000).getBytes(StandardCharsets.UTF_8));
            }
        });
        server.createContext("/live", exchange -> {
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
        "/.well-known/jwks.json, auth-service",
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
    void pagesAreCompressed() throws Exception {
        var page = get("/page", "Accept-Encoding", "gzip");

        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(page.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(get("/page").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void changesAreNotedWithTheirAnswersAndWithoutTheirSecrets() throws Exception {
        get("/api/orders/1f?secret=1");
        var body = HttpRequest.BodyPublishers.ofString("secret");
        for (var path : List.of("/api/users/signup", "/api/orders?secret=1")) {
            var post = HttpRequest.newBuilder(door.resolve(path)).POST(body).header("Cookie", "session=secret");
            HTTP.send(post.build(), BodyHandlers.ofString());
        }
        var delete = HttpRequest.newBuilder(door.resolve("/api/orders/" + MADE)).DELETE();
        HTTP.send(delete.build(), BodyHandlers.ofString());

        assertThat(answers).content().doesNotContain("secret");
        assertThat(Files.readAllLines(answers))
                .satisfiesExactly(
                        post -> assertThat(post)
                                .contains("\"method\":\"POST\",\"path\":\"/api/orders\",\"subjectId\":\"\"")
                                .endsWith("\"status\":200,\"id\":\"%s\"}".formatted(MADE)),
                        cancel -> assertThat(cancel)
                                .contains("\"method\":\"DELETE\"", "\"subjectId\":\"" + MADE + "\"")
                                .endsWith("\"status\":200,\"id\":\"\"}"));
    }

    @Test
    void eventsGoOutAsTheyCome() throws Exception {
        var request = HttpRequest.newBuilder(door.resolve("/live?tickets=1"))
                .header("Accept-Encoding", "gzip")
                .build();
        var response = HTTP.send(request, BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        var events = response.body().filter(line -> !line.isEmpty()).iterator();

        assertThat(events.next()).isEqualTo("data: first");
        SECOND_EVENT.countDown();
        assertThat(events.next()).isEqualTo("data: second");
    }
}
