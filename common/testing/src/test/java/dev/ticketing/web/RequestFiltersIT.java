package dev.ticketing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.network.Wire;
import dev.ticketing.web.filter.HeadFilter;
import dev.ticketing.web.session.PublicKeys;
import dev.ticketing.web.session.RevokedSessions;
import dev.ticketing.web.session.SessionVerifier;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What every service with routes accepts, and how it refuses the rest. */
@ServiceTest
@SpringBootTest(
        classes = dev.ticketing.messaging.TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RequestFiltersIT {

    @Autowired
    RestTestClient http;

    @Autowired
    SessionVerifier verifier;

    @Autowired
    RevokedSessions revoked;

    @Autowired
    PublicKeys keys;

    @LocalServerPort
    int port;

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
    void signatureIsVerifiedOnceAndTheTokenStillExpires() {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "http://",
                "://",
                "http://a b",
                "[",
                "https://localhost:99999999",
                "http://localhost",
                "%",
                ""
            })
    void similarOriginIsForeign(String origin) {
        echo("Origin", origin).expectStatus().isForbidden();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:9000, http://localhost:9000",
        "localhost, http://localhost",
        "tickets.example, https://tickets.example",
        "TICKETS.example:443, https://tickets.example",
        "tickets.example:8443, https://tickets.example:8443",
        "[::1]:9000, http://[::1]:9000",
    })
    void ownPageCanPostAtAnyAddressOfTheSuite(String host, String origin) {
        http.post()
                .uri("/echo")
                .headers(headers -> {
                    headers.set("X-Forwarded-Host", host);
                    headers.set("Origin", origin);
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"text\":\"hello\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void browserIsBelievedThatItSendsToTheSameOrigin() {
        http.post()
                .uri("/echo")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "http://localhost:9000")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"text\":\"hello\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void repeatedOriginOrSiteIsForeign() {
        echo("Origin", "http://localhost:" + port, "http://localhost:" + port)
                .expectStatus()
                .isForbidden();
        echo("Sec-Fetch-Site", "same-origin", "cross-site").expectStatus().isForbidden();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forwarded | host=a b",
                "Forwarded | proto=https;host=evil.example;for=1.2.3.4",
                "X-Forwarded-Prefix | x",
                "X-Forwarded-Prefix | \\",
                "X-Forwarded-Prefix | /evil",
                "X-Forwarded-Ssl | on",
                "X-Forwarded-Port | 443",
                "X-Forwarded-Port | x",
                "X-Forwarded-Proto | x y",
                "X-Forwarded-Proto | javascript",
                "X-Forwarded-Host | a b",
                "X-Forwarded-Host | [",
                "X-Forwarded-Host | a:b",
                "X-Forwarded-For | unknown",
                "X-Forwarded-For | 1.2.3.4:99999999",
            })
    void forwardingHeaderOfAStrangerChangesNothing(String header, String value) {
        var honest = "http localhost " + port + " 127.0.0.1 /where";

        http.get()
                .uri("/where")
                .header(header, value)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo(honest);
        for (var attempt = 0; attempt < 20; attempt++) {
            echo(header, value)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.text")
                    .isEqualTo("hello");
        }
    }

    @Test
    void clientIsTheOneThatTheFrontDoorHasAddedLast() {
        http.get()
                .uri("/where")
                .header("X-Forwarded-For", "6.6.6.6, 203.0.113.7")
                .exchange()
                .expectBody(String.class)
                .value(seen -> assertThat(seen).contains(" 203.0.113.7 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "[2001:db8::1]"})
    void clientOfIpV6IsTheSameHoweverManyApplicationsPassItOn(String address) {
        http.get()
                .uri("/where")
                .header("X-Forwarded-For", address)
                .exchange()
                .expectBody(String.class)
                .value(seen -> assertThat(seen).contains(" [2001:db8::1] "));
    }

    @Test
    void unsafeRequestNeverSucceedsWithoutItsEffect() {
        for (var attempt = 0; attempt < 50; attempt++) {
            http.post()
                    .uri("/echo")
                    .header("X-Forwarded-Prefix", "x")
                    .header("Origin", "https://evil.example")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body("{\"text\":\"hello\"}")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void firstValidSessionCounts() {
        user("session=x; session=a.b.c; " + somebody.cookie()).expectStatus().isOk();
        http.get()
                .uri("/user")
                .header("Cookie", "session=x")
                .header("Cookie", somebody.cookie())
                .exchange()
                .expectStatus()
                .isOk();
        user(somebody.cookie() + "; " + SignedIn.someone().cookie())
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(somebody.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/mixed",
                "text/plain",
                "*/*",
                "a/*"
            })
    void bodyThatIsNotJsonIsRefused(String type) {
        http.post()
                .uri("/echo")
                .header("Content-Type", type)
                .body("x".getBytes())
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user;a=b", "/user%20", "/%75ser", "/us%65r", "//user", "/user//", "/;/user", "/user%3B"})
    void addressInAnotherSpellingIsUnknown(String address) {
        http.get()
                .uri(URI.create("http://localhost:" + port + address))
                .header("Cookie", somebody.cookie())
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "x", "*", ";;;", "application/xml;q=0", "a/b/c"})
    void responseIsJsonWhateverTheClientAccepts(String accepted) throws IOException {
        var head = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + accepted + "\r\n\r\n";

        assertThat(Wire.send(port, "GET /anybody" + head))
                .startsWith("HTTP/1.1 200")
                .contains("application/json");
        assertThat(Wire.send(port, "GET /user" + head))
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json");
    }

    @Test
    void invalidTypeIsRefused() throws IOException {
        for (var type : List.of("x", "/", "application/json;charset=none")) {
            assertThat(Wire.send(
                            port,
                            "POST /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\nContent-Type: "
                                    + type + "\r\n\r\n{}"))
                    .startsWith("HTTP/1.1 415")
                    .contains("\"instance\":\"/echo\"");
        }
    }

    @Test
    void longPathIsNotFoundAndNoneOfItsLettersCostsStack() throws IOException {
        for (var part : List.of("a", "/a", "%20", ";")) {
            assertThat(Wire.send(
                            port,
                            "GET /" + part.repeat(6_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 404")
                    .contains("application/problem+json");
        }
    }

    @Test
    void formOfAnotherMethodThanPostIsOfTheWrongType() throws IOException {
        for (var method : List.of("PUT", "PATCH", "DELETE")) {
            assertThat(Wire.send(
                            port,
                            method + " /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 5\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=%zz"))
                    .startsWith("HTTP/1.1 405");
        }
    }

    @Test
    void longHeadsAreRefused() {
        http.get()
                .uri("/anybody")
                .header("Cookie", "t=" + "x".repeat(8150))
                .exchange()
                .expectStatus()
                .isEqualTo(431)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("headers-too-large")
                .jsonPath("$.instance")
                .isEqualTo("/anybody")
                .jsonPath("$.traceId")
                .isNotEmpty();
        http.get()
                .uri("/anybody?q=" + "x".repeat(4100))
                .exchange()
                .expectStatus()
                .isEqualTo(414)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("query-too-long");
        user("a=1; ".repeat(1_000) + somebody.cookie()).expectStatus().isOk();
    }

    @Test
    void parametersPathsAndHeadersAreNotBoundToForms() {
        http.get()
                .uri("/form?word[0]=a&word.x=b&other[x].y=c")
                .header("Word", "smuggled")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("null");
        http.get().uri("/form?word=a").exchange().expectBody(String.class).isEqualTo("a");
    }

    @Test
    void responsesArePrivateAndOfTheirDeclaredType() {
        for (var address : List.of("/anybody", "/nowhere", "/bug", "/user")) {
            http.get()
                    .uri(address)
                    .header("X-Forwarded-Proto", "https")
                    .exchange()
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store")
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
                    .expectHeader()
                    .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                    .expectHeader()
                    .valueEquals("Cross-Origin-Resource-Policy", "same-origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /anybody?a=\"b HTTP/1.1",
                "GET /any<body HTTP/1.1",
                "GET /anybody HTTP/9.9",
                "GET anybody HTTP/1.1",
                "TRACE /anybody HTTP/1.1",
                "POST /echo HTTP/1.1\r\nTransfer-Encoding: cakes",
                "POST /echo HTTP/1.1\r\nContent-Length: x",
                "GET /anybody HTTP/1.1\r\nHost: a b",
                "GET /anybody HTTP/1.1\r\nX-Long: {40,000}",
            })
    void refusalOfTheContainerIsAProblem(String head) throws IOException {
        var answer = Wire.send(
                port,
                head.replace("{40,000}", "x".repeat(45_000)) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .matches("(?s)HTTP/1.1 4\\d\\d.*")
                .contains("application/problem+json", "\"instance\":\"/", "\"traceId\":\"", "\"errors\":[{")
                .contains("nosniff", "no-store", "default-src 'none'")
                .doesNotContain("<", "Exception", "Tomcat", "org.", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a]", "{a}", "a|b", "a^b", "`a`", "\\"})
    void charactersThatBrowsersDoNotEncodeAreAccepted(String query) throws IOException {
        var answer = Wire.send(
                port, "GET /page?limit=2&q=" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void deeplyNestedBodyIsRefused() {
        http.post()
                .uri("/echo")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"text\":" + "[".repeat(60_000))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed-body");
    }

    @Test
    void noOtherSiteMayReadAResponse() throws IOException {
        var rest = "/user HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n"
                + "Access-Control-Request-Method: GET\r\nCookie: " + somebody.cookie()
                + "\r\nConnection: close\r\n\r\n";

        assertThat(Wire.send(port, "GET " + rest)).contains("HTTP/1.1 200").doesNotContain("Access-Control-");
        assertThat(Wire.send(port, "OPTIONS " + rest)).doesNotContain("Access-Control-");
    }

    @Test
    void handlerHasTheLastWordOnItsHeaders() throws IOException {
        var rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        assertThat(Wire.send(port, "GET /shared" + rest))
                .contains("Cache-Control: no-cache")
                .doesNotContain("no-store");
        assertThat(Wire.send(port, "GET /database-away" + rest))
                .startsWith("HTTP/1.1 503")
                .containsOnlyOnce("Retry-After: ");
    }

    @Test
    void linkToTheNextPageIsRelativeAndKeepsTheQuery() throws IOException {
        var answer = Wire.send(
                port,
                "GET /numbers?q=[a]%26b+c&cursor=old&limit=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).contains("Link: </numbers?cursor=1&q=%5Ba%5D%26b+c&limit=1>; rel=\"next\"");
    }

    @Test
    void linkOfTheLongestQueryIsSent() throws IOException {
        var answer = Wire.send(
                port,
                "GET /numbers?limit=1&q=" + "[".repeat(HeadFilter.LONGEST_QUERY - 10)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("Link: ");
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
    void malformedParametersAreTheClientsFault(String address) {
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
    void bugRevealsNoInternals() {
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

    private ResponseSpec echo(String header, String... values) {
        return http.post()
                .uri("/echo")
                .header(header, values)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"text\":\"hello\"}")
                .exchange();
    }
}
