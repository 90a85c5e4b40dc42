package dev.ticketing.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** Somebody with a browser's cookies and an account of their own, who knows the front door and nothing else. */
final class Person {

    private static final String PASSWORD = "correct horse battery staple";

    private final URI frontDoor;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private String userId;

    private Person(URI frontDoor) {
        this.frontDoor = frontDoor;
    }

    /** Somebody who has stolen this person's cookies as they are now. */
    Person thief() {
        var thief = new Person(frontDoor);
        thief.userId = userId;
        cookies.getCookieStore()
                .get(frontDoor)
                .forEach(cookie -> thief.cookies.getCookieStore().add(frontDoor, cookie));
        return thief;
    }

    /** Somebody who has no account. */
    static Person stranger(URI frontDoor) {
        return new Person(frontDoor);
    }

    /** Somebody who has just signed up. */
    static Person signedUp(URI frontDoor) {
        var person = new Person(frontDoor);
        var email = UUID.randomUUID() + "@example.com";
        var answer =
                person.post("/api/users/signup", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError("sign-up answered " + answer);
        }
        person.userId = answer.id();
        return person;
    }

    Answer lists(String title, String price) {
        return post("/api/tickets", "{\"title\":\"%s\",\"price\":%s}".formatted(title, price));
    }

    Answer edits(String ticketId, String title, String price) {
        return send("PUT", "/api/tickets/" + ticketId, "{\"title\":\"%s\",\"price\":%s}".formatted(title, price));
    }

    Answer withdraws(String ticketId) {
        return send("DELETE", "/api/tickets/" + ticketId, null);
    }

    Answer orders(String ticketId) {
        return post("/api/orders", "{\"ticketId\":\"%s\"}".formatted(ticketId));
    }

    Answer cancels(String orderId) {
        return send("DELETE", "/api/orders/" + orderId, null);
    }

    Answer pays(String orderId, String token) {
        return post("/api/payments", "{\"orderId\":\"%s\",\"token\":\"%s\"}".formatted(orderId, token));
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    String ticketStatus(String ticketId) {
        return get("/api/tickets/" + ticketId).text("status");
    }

    String orderStatus(String orderId) {
        return get("/api/orders/" + orderId).text("status");
    }

    private Answer send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(frontDoor.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return Journaled.answer(userId, request.build(), body, this::send);
    }

    private Answer send(HttpRequest request) {
        try {
            return Answer.of(browser.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
