package dev.ticketing.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
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

    private static volatile int longHeader = 1;
    private static ManagedProcess nginx;
    private static Path answers;
    private static URI door;

    /** Every upstream returns its own name, except payments-service, which is down. */
    @BeforeAll
    static void start(@TempDir Path temporary) throws IOException {
        var folder = temporary.resolve("with space");
        var options = SuiteOptions.isolated(folder);
        answers = options.answers();
        for (var service : Service.routed()) {
            if (!service.name().equals("payments-service")) {
                stub(service.name(), options.port(service.port()));
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
            exchange.getResponseHeaders()
                    .set(
                            "Forwarding",
                            String.join(
                                    ",",
                                    new TreeSet<>(headers.keySet().stream()
                                            .filter(header -> header.startsWith("Forw") || header.startsWith("X-"))
                                            .toList())));
            exchange.getResponseHeaders().set("X-Long", "x".repeat(longHeader));
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
    void onlyItsOwnForwardingHeadersReachAService() throws Exception {
        var response = get(
                "/api/orders",
                "Forwarded",
                "host=a b",
                "X-Forwarded-Prefix",
                "x",
                "X-Forwarded-Ssl",
                "on",
                "X-Forwarded-Port",
                "1",
                "X-Real-IP",
                "6.6.6.6");

        assertThat(response.headers().firstValue("Forwarding"))
                .contains("X-forwarded-for,X-forwarded-host,X-forwarded-proto");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/x y HTTP/1.1 | 400 | /api/x",
                "GET /api/tickets HTTP/3.0 | 400 | /api/tickets",
                "G;T /api/tickets HTTP/1.1 | 400 | /",
                "GET /api/\"quoted\\ HTTP/1.1\\r\\nHost: a b | 400 | /api/",
                "POST /api/tickets HTTP/1.1\\r\\nTransfer-Encoding: cake | 400 | /api/tickets",
                "POST /api/tickets HTTP/1.1\\r\\nContent-Length: x | 400 | /api/tickets",
                "POST /api/tickets HTTP/1.1\\r\\nContent-Length: 99999999 | 413 | /api/tickets",
                "POST /api/tickets HTTP/1.1\\r\\nContent-Length: 99999999999 | 413 | /api/tickets",
                "POST /api/tickets HTTP/1.1\\r\\nContent-Length: 6291457 | 413 | /api/tickets",
                "GET /api/unknown\" HTTP/1.1 | 404 | /api/unknown",
                "GET /api/tickets/..%2f..%2factuator HTTP/1.1 | 404 | /api/tickets/..%2f..%2factuator",
                "DELETE /api/../live HTTP/1.1 | 404 | /api/../live",
                "POST /api/%2E%2e/auth/signin?a=b HTTP/1.1 | 404 | /api/%2E%2e/auth/signin",
                "TRACE /api/tickets HTTP/1.1 | 405 | /api/tickets",
                "TRACE /api/tickets HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\nHost: a\\r\\n\\r\\nno size | 400 | /api/tickets",
                "GET /api/unknown HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\nHost: a\\r\\n\\r\\nno size | 400 | /api/unknown",
                "GET /api/tickets?{9000} HTTP/1.1 | 414 | /api/tickets",
                "GET /api/tickets HTTP/1.1\\r\\nCookie: {9000} | 431 | /api/tickets",
                "GET /api/payments HTTP/1.1 | 503 | /api/payments",
            })
    void whatNginxRefusesOfTheApiIsAProblem(String head, int status, String instance) throws Exception {
        var response = raw(head);

        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .contains(
                        "Content-Type: application/problem+json",
                        "X-Content-Type-Options: nosniff",
                        "no-store",
                        "default-src 'none'")
                .containsPattern("\"traceId\":\"[0-9a-f]{32}\"")
                .contains("\"status\":" + status, "\"instance\":\"" + instance + "\"", "\"errors\":[{");
        assertThat(response.contains("Allow: ")).isEqualTo(status == 405);
        assertThat(response.contains("Retry-After: ")).isEqualTo(status == 503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /tickets HTTP/1.1\\r\\nHost: a b | 400",
                "TRACE /tickets HTTP/1.1 | 405",
                "TRACE /tickets HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\nHost: a\\r\\n\\r\\nno size | 400",
                "POST /tickets HTTP/1.1\\r\\nContent-Length: 99999999 | 413",
                "GET /?{9000} HTTP/1.1 | 414",
                "GET / HTTP/1.1\\r\\nCookie: {9000} | 431",
            })
    void whatNginxRefusesOfThePagesIsAPage(String head, int status) throws Exception {
        assertThat(raw(head))
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: text/html", "X-Content-Type-Options: nosniff", "default-src 'none'", "<h1>")
                .doesNotContain("<center>");
    }

    @Test
    void browserWithTooManyCookiesCanGetRidOfThem() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nCookie: {9000}"))
                .contains("action=\"/cookies/clear\"")
                .doesNotContain("Clear-Site-Data");
        assertThat(raw("POST /cookies/clear HTTP/1.1\r\nCookie: {9000}")).contains("Clear-Site-Data: \"cookies\"");
    }

    @Test
    void answerMayRepeatALongQuery() throws Exception {
        longHeader = 15_000;
        try {
            assertThat(get("/api/tickets").statusCode()).isEqualTo(200);
        } finally {
            longHeader = 1;
        }
    }

    /**
     * 300 clients that send a byte now and then; they delay no one, and are disconnected after the timeout of a head.
     */
    @Test
    void slowClientsAreLetGoAndLeaveOthersAlone() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (var count = 0; count < 300; count++) {
                var socket = new Socket(door.getHost(), door.getPort());
                socket.getOutputStream().write("GET /api/tickets HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            assertThat(get("/api/tickets").statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> slow.stream().allMatch(FrontDoorIT::isGoneAfterAnotherByte));
            assertThat(get("/api/tickets").statusCode()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static boolean isGoneAfterAnotherByte(Socket socket) {
        try {
            socket.setSoTimeout(1);
            socket.getOutputStream().write('a');
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String raw(String head) throws IOException {
        var request = head.replace("\\r\\n", "\r\n").replace("{9000}", "x".repeat(9_000))
                + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket(door.getHost(), door.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException e) {
                // NGINX does not wait for a body that it has refused
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
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
        for (var path : List.of(MADE, MADE.toUpperCase(Locale.ROOT) + ";jsessionid=1", "%e0")) {
            var delete =
                    HttpRequest.newBuilder(door.resolve("/api/orders/" + path)).DELETE();
            HTTP.send(delete.build(), BodyHandlers.ofString());
        }

        var noted = new String(Files.readAllBytes(answers), StandardCharsets.UTF_8);
        assertThat(noted).doesNotContain("secret");
        assertThat(noted.lines())
                .satisfiesExactly(
                        post -> assertThat(post)
                                .contains("\"method\":\"POST\",\"path\":\"/api/orders\",\"subjectId\":\"\"")
                                .endsWith("\"status\":200,\"id\":\"%s\"}".formatted(MADE)),
                        cancel -> assertThat(cancel)
                                .contains("\"method\":\"DELETE\"", "\"subjectId\":\"" + MADE + "\"")
                                .endsWith("\"status\":200,\"id\":\"\"}"),
                        withParameter -> assertThat(withParameter)
                                .contains(";jsessionid=1\",\"subjectId\":\"" + MADE.toUpperCase(Locale.ROOT) + "\""),
                        noText -> assertThat(noText).contains("\"path\":\"/api/orders/\uFFFD\",\"subjectId\":\"\""));
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
