package dev.ticketing.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Pattern;

/** The front door, for people who sell, buy and sign in. */
final class Door {

    private static final String PASSWORD = "correct horse battery";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{24})\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Door(URI address) {
        this.address = address;
    }

    record Account(String email, String session) {}

    Account signUp() throws IOException, InterruptedException {
        var email = UUID.randomUUID() + "@example.com";
        var response = expect(201, post("/api/users/signup", credentials(email), ""));
        var cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        return new Account(email, cookie.split(";", 2)[0]);
    }

    void signIn(Account account) throws IOException, InterruptedException {
        expect(200, post("/api/users/signin", credentials(account.email()), ""));
    }

    private static String credentials(String email) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    }

    /** Returns the id of the ticket. */
    String list(Account seller, String title) throws IOException, InterruptedException {
        var ticket = "{\"title\":\"%s\",\"price\":\"20.00\"}".formatted(title);
        var found = ID.matcher(
                expect(201, post("/api/tickets", ticket, seller.session())).body());
        if (!found.find()) {
            throw new IllegalStateException("a listed ticket has no id");
        }
        return found.group(1);
    }

    void reserve(Account buyer, String ticket) throws IOException, InterruptedException {
        expect(201, post("/api/orders", order(ticket), buyer.session()));
    }

    static String order(String ticket) {
        return "{\"ticketId\":\"%s\"}".formatted(ticket);
    }

    URI at(String path) {
        return address.resolve(path);
    }

    String get(String path, String session) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path)).header("Cookie", session).build();
        return expect(200, http.send(request, BodyHandlers.ofString())).body();
    }

    private HttpResponse<String> post(String path, String json, String session)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .header("Cookie", session)
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException("%s returned %d %s (expected: %d)"
                    .formatted(response.uri(), response.statusCode(), response.body(), status));
        }
        return response;
    }
}
