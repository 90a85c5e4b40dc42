package dev.ticketing.stripesandbox;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An endpoint that stores requests and sends configured responses. */
public final class WebhookReceiver implements AutoCloseable {

    public static final String SECRET = "whsec_for_tests";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    /** A received request. */
    public record Received(String body, String signature) {

        public Event verified() {
            try {
                return Webhook.constructEvent(body, signature, SECRET);
            } catch (SignatureVerificationException e) {
                throw new AssertionError(e);
            }
        }
    }

    public WebhookReceiver() {
        this(0);
    }

    public WebhookReceiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    public String url() {
        return "http://localhost:" + port() + "/webhook";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void answer(int newStatus) {
        status = newStatus;
    }

    public void forget() {
        received.clear();
        status = 200;
    }

    public List<Received> received() {
        return received;
    }

    public List<String> types() {
        return received.stream().map(each -> each.verified().getType()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
