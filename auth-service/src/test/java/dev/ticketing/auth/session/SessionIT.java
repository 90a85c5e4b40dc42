package dev.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.auth.AuthFixture;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.web.session.RevokedSessions;
import io.jsonwebtoken.security.Jwks;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

class SessionIT extends AuthFixture {

    @Autowired
    MovableClock clock;

    @Autowired
    SigningKeys keys;

    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    void missingUserIsNullAndNotStored() {
        var answer = get("/api/users/currentuser");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"currentUser\":null}");
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void signingOutClearsTheCookieAndEndsTheSession() {
        var cookie = signedUp(email);
        var other = post("/api/users/signin", credentials(email, PASSWORD)).cookie();

        var answer = post("/api/users/signout", "{}", HttpHeaders.COOKIE, cookie);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(answer.setCookie())
                .startsWith("session=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT;");
        assertThat(currentUser(cookie).isNull()).isTrue();
        assertThat(currentUser(other).get("email").asString()).isEqualTo(email);
    }

    @Test
    void signingOutWithoutASessionSucceeds() {
        var cookie = signedUp(email);
        post("/api/users/signout", "{}", HttpHeaders.COOKIE, cookie);

        for (var stale : new String[] {"", "session=x", cookie}) {
            var answer = post("/api/users/signout", "", HttpHeaders.COOKIE, stale);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("{}");
        }
    }

    @Test
    void signingOutEverywhereEndsAllSessionsSoFarAndNoneAfter() {
        var here = signedUp(email);
        var there = post("/api/users/signin", credentials(email, PASSWORD)).cookie();
        var somebodyElse = signedUp("x" + email);

        var answer = post("/api/users/signout-everywhere", "{}", HttpHeaders.COOKIE, here);
        var after = post("/api/users/signin", credentials(email, PASSWORD)).cookie();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(answer.setCookie()).contains("Max-Age=0");
        assertThat(currentUser(here).isNull()).isTrue();
        assertThat(currentUser(there).isNull()).isTrue();
        assertThat(currentUser(after).get("email").asString()).isEqualTo(email);
        assertThat(currentUser(somebodyElse).isNull()).isFalse();
    }

    @Test
    void signingOutEverywhereTwiceInASecondEndsTheSessionBetweenToo() {
        var first = signedUp(email);
        post("/api/users/signout-everywhere", "{}", HttpHeaders.COOKIE, first);
        var between = post("/api/users/signin", credentials(email, PASSWORD)).cookie();

        var answer = post("/api/users/signout-everywhere", "{}", HttpHeaders.COOKIE, between);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(currentUser(between).isNull()).isTrue();
    }

    @Test
    void signingOutEverywhereNeedsASession() {
        assertThat(post("/api/users/signout-everywhere", "{}").status()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsToken() {
        var cookie = signedUp(email);

        clock.advance(RevokedSessions.TOKEN_LIFETIME.minusSeconds(10));
        assertThat(currentUser(cookie).isNull()).isFalse();
        clock.advance(Duration.ofSeconds(11));

        assertThat(currentUser(cookie).isNull()).isTrue();
    }

    @Test
    void overHttpsTheCookieIsSecureAndBoundToTheHost() {
        var https = new String[] {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "tickets.example.com"};

        var answer = post("/api/users/signup", credentials(email, PASSWORD), https);

        assertThat(answer.setCookie())
                .startsWith("__Host-session=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(get("/api/users/currentuser", "X-Forwarded-Proto", "https", HttpHeaders.COOKIE, answer.cookie())
                        .text())
                .contains(email);
        var local = answer.cookie().replace("__Host-", "");
        assertThat(get("/api/users/currentuser", "X-Forwarded-Proto", "https", HttpHeaders.COOKIE, local)
                        .text())
                .isEqualTo("{\"currentUser\":null}");
    }

    @Test
    void thePublicKeysAreThereForTheOtherServicesAndNothingElseIs() {
        var answer = get("/.well-known/jwks.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getCacheControl()).isEqualTo("max-age=300, public");
        var jwk = answer.body().get("keys").get(0);
        assertThat(jwk.propertyNames()).containsExactlyInAnyOrder("kty", "crv", "x", "kid", "use");
        assertThat(Jwks.setParser().build().parse(answer.text()).getKeys())
                .singleElement()
                .extracting(key -> key.getId(), key -> key.toKey())
                .containsExactly(keys.currentId(), keys.find(keys.currentId()).orElseThrow());
    }
}
