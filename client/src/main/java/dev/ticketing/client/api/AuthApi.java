package dev.ticketing.client.api;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/**
 * {@code /api/users}. Each response consists of the {@code Set-Cookie} headers for the browser, as auth-service wrote
 * them.
 */
public final class AuthApi {

    private final RestClient http;

    AuthApi(RestClient http) {
        this.http = http;
    }

    /** The input of a person; {@link #toString} omits the password. */
    public record Credentials(String email, String password) {

        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    public List<String> signUp(Credentials credentials) {
        return cookies(http.post().uri("/api/users/signup").body(credentials));
    }

    public List<String> signIn(Credentials credentials) {
        return cookies(http.post().uri("/api/users/signin").body(credentials));
    }

    public List<String> signOut() {
        return cookies(http.post().uri("/api/users/signout"));
    }

    /** Ends every session of the visitor. */
    public List<String> signOutEverywhere() {
        return cookies(http.post().uri("/api/users/signout-everywhere"));
    }

    private static List<String> cookies(RestClient.RequestHeadersSpec<?> request) {
        return request.retrieve().toBodilessEntity().getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE);
    }
}
