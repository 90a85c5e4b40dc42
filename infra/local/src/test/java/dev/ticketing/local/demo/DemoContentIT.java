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
    private final Queue<String> tickets = new ConcurrentLinkedQueue<>();
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
        server.createContext("/api/tickets", exchange -> {
            var signedIn = "session=abc".equals(exchange.getRequestHeaders().getFirst("Cookie"));
            tickets.add(body(exchange));
            answer(exchange, signedIn ? 201 : 401);
        });
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

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void secondFillAddsNothing() {
        assertThat(content.fill()).isEqualTo("demo content: 300 tickets, 2 accounts");
        assertThat(content.fill()).isEqualTo("demo content already exists");

        assertThat(accounts).hasSize(2);
        assertThat(tickets).hasSize(300).allMatch(json -> json.matches("\\{\"title\":\".+\",\"price\":\\d+\\.\\d\\d}"));
    }

    @Test
    void refusalIsTold() {
        server.removeContext("/api/users/signup");

        assertThatThrownBy(content::fill).isInstanceOf(CannotStart.class).hasMessageContaining("returned 404");
    }
}
