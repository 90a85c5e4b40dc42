package dev.ticketing.systemtests.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.FreePort;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Port;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;

/** A separate client beside the suite's, configured for a real Stripe account; everything else is the suite's. */
final class ClientWithStripe implements AutoCloseable {

    private static final String CONFIG = "{\"mode\":\"test\",\"publishableKey\":\"pk_test_pages\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer payments;
    private final URI behind;
    private final String address;
    private ManagedProcess process;

    private ClientWithStripe(URI behind, int port) throws IOException {
        this.behind = behind;
        this.address = "http://localhost:" + port;
        this.payments = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        payments.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        payments.createContext("/", this::answer);
        payments.start();
    }

    static ClientWithStripe start(SuiteOptions suite) throws IOException {
        var port = FreePort.find();
        var client = new ClientWithStripe(at(suite, Port.of("payments-service")), port);
        var environment = new HashMap<>(suite.environment());
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("AUTH_URL", at(suite, Port.of("auth-service")).toString());
        environment.put("TICKETS_URL", at(suite, Port.of("tickets-service")).toString());
        environment.put("ORDERS_URL", at(suite, Port.of("orders-service")).toString());
        environment.put("NATS_URL", "nats://localhost:" + suite.environment().get(Port.NATS.variable()));
        environment.put(
                "PAYMENTS_URL",
                "http://localhost:" + client.payments.getAddress().getPort());
        client.process = new ManagedProcess(client.spec(suite, environment), suite.folder(), report -> {});
        client.process.start();
        client.process.awaitReady(Duration.ofMinutes(2));
        return client;
    }

    private ProcessSpec spec(SuiteOptions suite, HashMap<String, String> environment) {
        var jar = suite.home().resolve("client/target/client-1.0.0-SNAPSHOT.jar");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessSpec(
                "client-with-stripe",
                List.of(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()),
                environment,
                suite.folder(),
                Readiness.ok(URI.create(address + "/readyz")));
    }

    String address() {
        return address;
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/config")) {
            send(exchange, 200, CONFIG.getBytes(StandardCharsets.UTF_8));
            return;
        }
        var request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .header("Content-Type", "application/json");
        exchange.getRequestHeaders()
                .getOrDefault("Cookie", List.of())
                .forEach(cookie -> request.header("Cookie", cookie));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            send(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static URI at(SuiteOptions suite, Port port) {
        return URI.create("http://localhost:" + suite.environment().get(port.variable()));
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(10));
        payments.stop(0);
    }
}
