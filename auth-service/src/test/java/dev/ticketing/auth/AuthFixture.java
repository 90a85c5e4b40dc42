package dev.ticketing.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.auth.session.JwtKeys;
import dev.ticketing.testing.ServiceTest;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with its own key, and the requests of a visitor. */
@ServiceTest
public class AuthFixture {

    protected static final String JWT_KEY = JwtKeys.ed25519();
    protected static final int FAILURES = 5;
    protected static final int FAILURES_PER_ACCOUNT = 8;
    protected static final String PASSWORD = "correct horse";

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    RestTestClient http;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("ticketing.auth.jwt-key", () -> JWT_KEY);
        settings.add("ticketing.auth.sign-in.failures", () -> FAILURES + "/PT15M");
        settings.add("ticketing.auth.sign-in.failures-per-account", () -> FAILURES_PER_ACCOUNT + "/PT15M");
    }

    /** A response. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode body() {
            return JSON.readTree(text);
        }

        public String code() {
            return body().path("code").asString("");
        }

        /** {@code name=value} of the cookie in the response, as a browser would return it. */
        public String cookie() {
            return setCookie().split(";")[0];
        }

        public String setCookie() {
            return String.join("\n", headers.getOrEmpty(HttpHeaders.SET_COOKIE));
        }
    }

    protected Answer get(String path, String... headers) {
        return send(http.method(HttpMethod.GET).uri(path), headers);
    }

    protected Answer post(String path, String body, String... headers) {
        return send(
                http.method(HttpMethod.POST)
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body),
                headers);
    }

    /** @param headers alternating names and values */
    private static Answer send(RestTestClient.RequestHeadersSpec<?> request, String... headers) {
        for (var i = 0; i < headers.length; i += 2) {
            var name = headers[i];
            var value = headers[i + 1];
            request.headers(all -> all.set(name, value));
        }
        var result = request.exchange().expectBody(String.class).returnResult();
        return new Answer(result.getStatus().value(), result.getResponseHeaders(), result.getResponseBody());
    }

    protected static String credentials(String email, String password) {
        return JSON.createObjectNode()
                .put("email", email)
                .put("password", password)
                .toString();
    }

    /** The cookie of a person who has just signed up. */
    protected String signedUp(String email) {
        return post("/api/users/signup", credentials(email, PASSWORD)).cookie();
    }

    protected JsonNode currentUser(String cookie) {
        return get("/api/users/currentuser", HttpHeaders.COOKIE, cookie).body().get("currentUser");
    }

    /** A body, and the fields named in its errors. */
    public record Bad(String body, String... fields) {}

    protected static String name(String body) {
        return body.length() > 80 ? body.substring(0, 80) : body;
    }

    protected void isRefused(String path, Bad bad) {
        var answer = post(path, bad.body());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().getContentType()).hasToString("application/problem+json");
        assertThat(StreamSupport.stream(answer.body().get("errors").spliterator(), false))
                .extracting(error -> error.get("field").asString())
                .containsExactlyInAnyOrder(bad.fields());
        assertThat(answer.setCookie()).isEmpty();
    }
}
