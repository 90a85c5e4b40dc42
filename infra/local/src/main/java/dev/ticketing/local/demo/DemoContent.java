package dev.ticketing.local.demo;

import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;

/** Fills the suite through its front door, once: if the seller already has an account, it adds nothing. */
public final class DemoContent {

    public static final String SELLER = "seller@ticketing.dev";
    public static final String BUYER = "buyer@ticketing.dev";
    public static final String PASSWORD = "correct horse battery";

    private static final int TICKETS = 300;
    private static final int SEED = 42;
    private static final int AT_ONCE = 8;

    private final URI frontDoor;
    private final HttpClient http = HttpClient.newHttpClient();

    public DemoContent(URI frontDoor) {
        this.frontDoor = frontDoor;
    }

    /** Returns its report as one line. */
    public String fill() {
        signUp(BUYER);
        var seller = signUp(SELLER);
        if (seller.statusCode() == 409) {
            return "demo content already exists";
        }
        var session = session(seller);
        var tickets =
                new DemoTickets(SEED, LocalDate.now()).stream().limit(TICKETS).toList();
        list(tickets, session);
        return "demo content: %d tickets, 2 accounts".formatted(tickets.size());
    }

    private void list(List<DemoTicket> tickets, String session) {
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            var posted = tickets.stream()
                    .map(ticket -> executor.submit(() -> post("/api/tickets", ticket.json(), session)))
                    .toList();
            for (var response : posted) {
                expect(201, response.get());
            }
        } catch (Exception e) {
            throw new CannotStart("demo content: " + e.getMessage(), e);
        }
    }

    private HttpResponse<String> signUp(String email) {
        var response =
                post("/api/users/signup", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD), "");
        return response.statusCode() == 409 ? response : expect(201, response);
    }

    private HttpResponse<String> post(String path, String json, String session) {
        var request = HttpRequest.newBuilder(frontDoor.resolve(path))
                .header("Content-Type", "application/json")
                .header("Cookie", session)
                .POST(BodyPublishers.ofString(json))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CannotStart("demo content: %s does not respond: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted");
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new CannotStart("demo content: %s returned %d %s (expected: %d)"
                    .formatted(response.uri(), response.statusCode(), response.body(), status));
        }
        return response;
    }

    private static String session(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.split(";", 2)[0])
                .orElseThrow();
    }
}
