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

/** A person with a browser's cookies and an account, who uses only the front door. */
public final class Person {

    /** Shared by all, because hundreds of clients would each have their threads. */
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String PASSWORD = "four horses in a battery";

    private static final Set<String> MAKING = Set.of("/api/tickets", "/api/orders", "/api/payments");

    private final URI frontDoor;
    private final AnswerJournal journal;
    private String userId;
    private volatile String cookie = "";

    private Person(URI frontDoor, AnswerJournal journal) {
        this.frontDoor = frontDoor;
        this.journal = journal;
    }

    /** A thief with this person's current cookies. */
    Person thief() {
        var thief = new Person(frontDoor, journal);
        thief.userId = userId;
        thief.cookie = cookie;
        return thief;
    }

    /** A person without an account. */
    public static Person stranger(URI frontDoor) {
        return stranger(frontDoor, Story.journal());
    }

    public static Person stranger(URI frontDoor, AnswerJournal journal) {
        return new Person(frontDoor, journal);
    }

    /** A person who has just signed up to the suite of the stories. */
    public static Person signedUp(URI frontDoor) {
        return signedUp(frontDoor, Story.journal());
    }

    /** A person who has just signed up; their responses are recorded in the journal. */
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

    /** In the browser's format. */
    public String cookie() {
        return cookie;
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

    public Answer attaches(String ticketId, String code) {
        return send(
                "PUT",
                "/api/tickets/" + ticketId + "/content",
                "{\"barcode\":{\"format\":\"qr\",\"text\":\"%s\"}}".formatted(code));
    }

    public Answer removesContent(String ticketId) {
        return send("DELETE", "/api/tickets/" + ticketId + "/content", null);
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

    /** A request that could be repeated, and is not. */
    Answer post(String path, String body) {
        return MAKING.contains(path) ? post(path, body, UUID.randomUUID().toString()) : send("POST", path, body);
    }

    /** A request that may be repeated: it takes effect once. */
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

    /** Of the session, the only cookie. */
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
