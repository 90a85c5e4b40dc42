package dev.ticketing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What every service with routes lets in, and what it says to the others. */
@ServiceTest
@SpringBootTest(
        classes = dev.ticketing.messaging.TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorsIT {

    @Autowired
    RestTestClient http;

    @Autowired
    SessionVerifier verifier;

    @Autowired
    RevokedSessions revoked;

    @Autowired
    PublicKeys keys;

    private final SignedIn somebody = SignedIn.someone();

    @Test
    void sessionIsKnownByItsCookie() {
        user(somebody.cookie())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(somebody.id());
    }

    @Test
    void localCookieDoesNotCountOverHttps() {
        http.get()
                .uri("/user")
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", somebody.cookie())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        http.get()
                .uri("/user")
                .header("X-Forwarded-Proto", "https")
                .header("Cookie", "__Host-" + somebody.cookie())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session=", "session=x", "session=a.b.c", "session=eyJhbGciOiJub25lIn0.e30.", "other=x"})
    void cookieThatIsNoTokenCountsAsSignedOut(String cookie) {
        user(cookie).expectStatus().isUnauthorized();
        http.get()
                .uri("/anybody")
                .header("Cookie", cookie)
                .exchange()
                .expectBody()
                .jsonPath("$.signedIn")
                .isEqualTo(false);
    }

    @Test
    void tokenSignedWithAnotherKeyCountsAsSignedOut() {
        var foreign = Jwts.builder()
                .header()
                .keyId("test")
                .and()
                .issuer(SessionVerifier.ISSUER)
                .audience()
                .add(SessionVerifier.AUDIENCE)
                .and()
                .id("1")
                .subject(somebody.id())
                .claim(SessionVerifier.EMAIL_CLAIM, somebody.email())
                .issuedAt(new Date())
                .expiration(Date.from(Instant.now().plusSeconds(60)))
                .signWith(Jwks.CRV.Ed25519.keyPair().build().getPrivate(), Jwts.SIG.EdDSA)
                .compact();

        user("session=" + foreign).expectStatus().isUnauthorized();
    }

    @Test
    void tamperedTokenCountsAsSignedOut() {
        var cookie = somebody.cookie();
        var tampered = cookie.substring(0, cookie.length() - 6) + "AAAAAA";

        user(tampered).expectStatus().isUnauthorized();
    }

    @Test
    void expiredTokenCountsAsSignedOut() {
        user(somebody.cookie(Instant.now().minusSeconds(1))).expectStatus().isUnauthorized();
    }

    @Test
    void signatureIsVerifiedOnceAndTheTokenExpiresAllTheSame() {
        var asked = new AtomicInteger();
        PublicKeys counted = keyId -> {
            asked.incrementAndGet();
            return keys.find(keyId);
        };
        var clock = new MovableClock();
        var counting = new SessionVerifier(counted, revoked, clock);
        var token = somebody.cookie().substring("session=".length());

        assertThat(counting.verify(token)).isPresent().isEqualTo(counting.verify(token));
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofHours(2));
        assertThat(counting.verify(token)).isEmpty();
    }

    @Test
    void revokedSessionCountsAsSignedOutAndOthersOfTheUserDoNot() {
        var ended = somebody.cookie();
        var other = somebody.cookie();

        revoked.revoke(verifier.verify(ended.substring("session=".length())).orElseThrow());

        user(ended).expectStatus().isUnauthorized();
        user(other).expectStatus().isOk();
    }

    @Test
    void allSessionsOfAUserCanBeRevokedAtOnce() {
        var before = somebody.cookie();

        revoked.revokeAll(somebody.id(), Instant.now().plusSeconds(1));

        user(before).expectStatus().isUnauthorized();
        user(SignedIn.someone().cookie()).expectStatus().isOk();
    }

    @Test
    void pageOfAnotherSiteCannotPost() {
        echo("Origin", "https://evil.example").expectStatus().isForbidden();
        echo("Origin", "null").expectStatus().isForbidden();
        echo("Sec-Fetch-Site", "cross-site")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("cross-site-request");
    }

    @Test
    void ownPagesAndProgramsCanPost() {
        echo("Sec-Fetch-Site", "same-origin").expectStatus().isOk();
        echo("User-Agent", "curl").expectStatus().isOk();
    }

    @Test
    void bodyOfUnknownLengthIsCutOffAtTheLimit() {
        var huge = ("{\"text\":\"" + "x".repeat(100_000) + "\"}").getBytes();

        http.post()
                .uri("/echo")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new InputStreamResource(new ByteArrayInputStream(huge)))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page?limit=%FF", "/page?limit=%C3%28", "/page?limit=1&%E0%80=1"})
    void parametersThatAreNotWellFormedAreTheAskersFault(String address) {
        http.get()
                .uri(URI.create(address))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed-parameters")
                .jsonPath("$.type")
                .isEqualTo("about:blank");
    }

    @Test
    void bugSaysNothingOfTheInside() {
        http.get()
                .uri("/bug")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("internal-error").doesNotContain("secret", "Exception"));
    }

    @Test
    void absentDatabaseIsTemporary() {
        http.get()
                .uri("/database-away")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("service-unavailable").doesNotContain("mongodb"));
    }

    private ResponseSpec user(String cookie) {
        return http.get().uri("/user").header("Cookie", cookie).exchange();
    }

    private ResponseSpec echo(String header, String value) {
        return http.post()
                .uri("/echo")
                .header(header, value)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"text\":\"hello\"}")
                .exchange();
    }
}
