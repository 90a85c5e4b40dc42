package dev.ticketing.client.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands in for the HTTP APIs of all services and of the Stripe sandbox on one port, with canned responses; unknown
 * calls get a 404.
 */
public final class StubServices implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private record Answer(int status, String body, Map<String, String> headers) {}

    /** @param name method and path */
    public record Call(String name, String query, Map<String, List<String>> headers, String body) {

        public String header(String header) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(header))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    StubServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Forgets all calls and responses. */
    public void reset() {
        answers.clear();
        calls.clear();
    }

    /** @param name method and path, for example {@code GET /api/tickets} */
    public StubServices on(String name, int status, String body) {
        return on(name, status, body, Map.of());
    }

    public StubServices on(String name, int status, String body, Map<String, String> headers) {
        answers.put(name, new Answer(status, body, headers));
        return this;
    }

    public StubServices refuses(String name, int status, String code, String detail, String field) {
        return on(name, status, """
                {"status":%d,"code":"%s","detail":"%s","errors":[{"message":"%s"%s}]}""".formatted(
                        status, code, detail, detail, field == null ? "" : ",\"field\":\"" + field + "\""));
    }

    /** The only call with this name. */
    public Call call(String name) {
        var found = calls(name);
        if (found.size() != 1) {
            throw new AssertionError(name + " was called " + found.size() + " times (expected: once); " + calls);
        }
        return found.getFirst();
    }

    public List<Call> calls(String name) {
        return calls.stream().filter(call -> call.name().equals(name)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(
                new Call(name, exchange.getRequestURI().getRawQuery(), Map.copyOf(exchange.getRequestHeaders()), body));
        var answer = answers.getOrDefault(
                name, new Answer(404, "{\"code\":\"not-found\",\"detail\":\"nothing\",\"errors\":[]}", Map.of()));
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
