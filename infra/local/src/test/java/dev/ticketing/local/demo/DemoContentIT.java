package dev.ticketing.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoContentIT {

    private final Set<String> accounts = ConcurrentHashMap.newKeySet();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> tickets = new ConcurrentLinkedQueue<>();
    private final Queue<String> codes = new ConcurrentLinkedQueue<>();
    private final Queue<String> orders = new ConcurrentLinkedQueue<>();
    private final Queue<String> payments = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private DemoContent content;

    /** The necessary part of the API. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/api/users/signup", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "session=abc; Path=/; HttpOnly");
            answer(exchange, accounts.add(body(exchange)) ? 201 : 409);
        });
        server.createContext("/api/events", exchange -> made(exchange, events));
        server.createContext("/api/tickets", exchange -> {
            switch (exchange.getRequestMethod()) {
                case "POST" -> made(exchange, tickets);
                case "PUT" -> made(exchange, codes);
                default -> answer(exchange, 204);
            }
        });
        server.createContext("/api/orders", exchange -> made(exchange, orders));
        server.createContext("/api/payments", exchange -> made(exchange, payments));
        server.start();
        content = new DemoContent(
                URI.create("http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void made(HttpExchange exchange, Queue<String> bodies) throws IOException {
        if (!exchange.getRequestMethod().equals("DELETE")) {
            bodies.add(body(exchange));
        }
        if (!"session=abc".equals(exchange.getRequestHeaders().getFirst("Cookie"))) {
            answer(exchange, 401);
            return;
        }
        var id = "{\"id\":\"%024x\"}".formatted(bodies.size()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(201, id.length);
        exchange.getResponseBody().write(id);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void secondFillAddsNothing() {
        assertThat(content.fill()).isEqualTo("demo content: 60 events, 400 tickets, 2 accounts");
        assertThat(content.fill()).isEqualTo("demo content already exists");

        assertThat(accounts).hasSize(2);
        assertThat(events).hasSize(60);
        assertThat(tickets).hasSize(401);
        assertThat(codes).hasSizeBetween(200, 280).doesNotHaveDuplicates();
        assertThat(orders).hasSize(6);
        assertThat(payments).hasSize(4);
    }

    @Test
    void refusalIsTold() {
        server.removeContext("/api/users/signup");

        assertThatThrownBy(content::fill).isInstanceOf(CannotStart.class).hasMessageContaining("returned 404");
    }
}
