package dev.ticketing.local.demo;

import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.regex.Pattern;

/** The public API as one account uses it. */
record DemoSession(HttpClient http, URI frontDoor, String cookie) {

    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([0-9a-f]+)\"");

    /** Without an account. */
    DemoSession(HttpClient http, URI frontDoor) {
        this(http, frontDoor, "");
    }

    DemoSession with(HttpResponse<?> signedUp) {
        var session = signedUp.headers()
                .firstValue("Set-Cookie")
                .map(header -> header.split(";", 2)[0])
                .orElseThrow();
        return new DemoSession(http, frontDoor, session);
    }

    HttpResponse<String> send(String method, String path, String json) {
        var request = HttpRequest.newBuilder(frontDoor.resolve(path))
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .method(method, BodyPublishers.ofString(json))
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

    /** The id of what was made. */
    String make(String path, String json) {
        var found =
                ID.matcher(require(send("POST", path, json), Set.of(200, 201)).body());
        if (!found.find()) {
            throw new CannotStart("demo content: " + path + " returned no id");
        }
        return found.group(1);
    }

    void change(String method, String path, String json) {
        require(send(method, path, json), Set.of(200, 201, 202, 204));
    }

    static HttpResponse<String> require(HttpResponse<String> response, Set<Integer> statuses) {
        if (!statuses.contains(response.statusCode())) {
            throw new CannotStart("demo content: %s returned %d %s (expected: %s)"
                    .formatted(response.uri(), response.statusCode(), response.body(), statuses));
        }
        return response;
    }
}
