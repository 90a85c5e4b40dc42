package dev.ticketing.systemtests;

import dev.ticketing.check.collect.AnswerJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Somebody with a browser's cookies and an account of their own, who knows the front door and nothing else. */
public final class Person {

    /** One for everybody: hundreds of people would be as many clients with their threads. */
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String PASSWORD = "correct horse battery staple";

    private static final Set<String> MAKING = Set.of("/api/tickets", "/api/orders", "/api/payments");

    private final URI frontDoor;
    private final AnswerJournal journal;
    private String userId;
    private volatile String cookie = "";

    private Person(URI frontDoor, AnswerJournal journal) {
        this.frontDoor = frontDoor;
        this.journal = journal;
    }

    /** Somebody who has stolen this person's cookies as they are now. */
    Person thief() {
        var thief = new Person(frontDoor, journal);
        thief.userId = userId;
        thief.cookie = cookie;
        return thief;
    }

    /** Somebody who has no account. */
    static Person stranger(URI frontDoor) {
        return stranger(frontDoor, Story.journal());
    }

    public static Person stranger(URI frontDoor, AnswerJournal journal) {
        return new Person(frontDoor, journal);
    }

    /** Somebody who has just signed up to the suite of the stories. */
    public static Person signedUp(URI frontDoor) {
        return signedUp(frontDoor, Story.journal());
    }

    /** Somebody who has just signed up, and whose answers are noted there. */
    public static Person signedUp(URI frontDoor, AnswerJournal journal) {
        var person = new Person(frontDoor, journal);
        var email = UUID.randomUUID() + "@example.com";
        var answer =
                person.post("/api/users/signup", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError("sign-up answered " + answer);
        }
        person.userId = answer.id();
        return person;
    }

    String id() {
        return userId;
    }

    public Answer lists(String title, String price) {
        return post("/api/tickets", "{\"title\":\"%s\",\"price\":%s}".formatted(title, price));
    }

    public Answer edits(String ticketId, String title, String price) {
        return send("PUT", "/api/tickets/" + ticketId, "{\"title\":\"%s\",\"price\":%s}".formatted(title, price));
    }

    public Answer withdraws(String ticketId) {
        return send("DELETE", "/api/tickets/" + ticketId, null);
    }

    public Answer orders(String ticketId) {
        return post("/api/orders", "{\"ticketId\":\"%s\"}".formatted(ticketId));
    }

    public Answer cancels(String orderId) {
        return send("DELETE", "/api/orders/" + orderId, null);
    }

    public Answer pays(String orderId, String token) {
        return post("/api/payments", "{\"orderId\":\"%s\",\"token\":\"%s\"}".formatted(orderId, token));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** Whatever makes something can be repeated, though nobody does. */
    Answer post(String path, String body) {
        return MAKING.contains(path) ? post(path, body, UUID.randomUUID().toString()) : send("POST", path, body);
    }

    /** A request that may be repeated: it has one effect. */
    public Answer post(String path, String body, String idempotencyKey) {
        return send("POST", path, body, "Idempotency-Key", idempotencyKey);
    }

    public String ticketStatus(String ticketId) {
        return get("/api/tickets/" + ticketId).text("status");
    }

    public String orderStatus(String orderId) {
        return get("/api/orders/" + orderId).text("status");
    }

    private Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(frontDoor.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return Journaled.answer(journal, userId, request.build(), body, this::send);
    }

    /** The session's, which is the only one. */
    private void keep(String setCookie) {
        var given = HttpCookie.parse(setCookie).getFirst();
        cookie = given.getMaxAge() == 0 ? "" : given.getName() + "=" + given.getValue();
    }

    private Answer send(HttpRequest request) {
        try {
            var response = BROWSER.send(request, BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return Answer.of(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
