package dev.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ticketing.auth.AuthFixture;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.load.AtOnce;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class SignInIT extends AuthFixture {

    @Autowired
    Users users;

    @Autowired
    MovableClock clock;

    @Autowired
    MongoTemplate mongo;

    private final String email = UUID.randomUUID() + "@example.com";

    @TestFactory
    Stream<DynamicTest> badSignInIsRefusedByField() {
        return Stream.of(
                        new Bad("{}", "email", "password"),
                        new Bad(credentials("", ""), "email", "password"),
                        new Bad(credentials("  ", "password"), "email"),
                        new Bad(credentials("a@b.co", " "), "password"),
                        new Bad(credentials("a".repeat(255), "password"), "email"),
                        new Bad("{\"email\":{\"$gt\":\"\"},\"password\":\"password\"}", "email"),
                        new Bad("{\"email\":\"a@b.co\",\"password\":{\"$gt\":\"\"}}", "password"))
                .map(bad -> dynamicTest(name(bad.body()), () -> isRefused("/api/users/signin", bad)));
    }

    @Test
    void signingInStartsAnotherSession() {
        var first = signedUp(email);

        var answer = post("/api/users/signin", credentials(" " + email.replace("example", "EXAMPLE"), PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(currentUser(first));
        assertThat(answer.cookie()).startsWith("session=").isNotEqualTo(first);
        assertThat(currentUser(answer.cookie())).isEqualTo(answer.body());
    }

    @Test
    void previousSessionOfTheBrowserEndsAtSignIn() {
        var first = signedUp(email);
        var elsewhere = post("/api/users/signin", credentials(email, PASSWORD)).cookie();

        var second = post("/api/users/signin", credentials(email, PASSWORD), HttpHeaders.COOKIE, first);
        var other = post("/api/users/signup", credentials("x" + email, PASSWORD), HttpHeaders.COOKIE, second.cookie());

        assertThat(second.status()).isEqualTo(200);
        assertThat(currentUser(first).isNull()).isTrue();
        assertThat(currentUser(second.cookie()).isNull()).isTrue();
        assertThat(currentUser(other.cookie()).isNull()).isFalse();
        assertThat(currentUser(elsewhere).isNull()).isFalse();
    }

    @Test
    void aWrongPasswordEndsNoSession() {
        var cookie = signedUp(email);

        wrong(email, HttpHeaders.COOKIE, cookie);

        assertThat(currentUser(cookie).isNull()).isFalse();
    }

    @Test
    void signingInAndOutIsLoggedWithTheAccountAndWithoutItsAddress(CapturedOutput output) {
        var cookie = signedUp(email);
        var user = "user=" + currentUser(cookie).get("id").asString();
        wrong(email);
        wrong("x" + email);
        post("/api/users/signin", credentials(email, PASSWORD));
        post("/api/users/signout", "{}", HttpHeaders.COOKIE, cookie);
        fail(email, FAILURES + 1);

        assertThat(output.getOut())
                .contains(
                        "event=sign-up " + user,
                        "event=sign-in outcome=refused " + user,
                        "event=sign-in outcome=refused user=unknown",
                        "event=sign-in outcome=accepted " + user,
                        "event=sign-out " + user,
                        "refused status=429 code=too-many-attempts method=POST path=/api/users/signin")
                .doesNotContain(email);
    }

    @Test
    void unknownAddressAndWrongPasswordGetTheSameResponse() {
        signedUp(email);

        var wrong = post("/api/users/signin", credentials(email, "wrong password"));
        var unknown = post("/api/users/signin", credentials("x" + email, PASSWORD));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.code()).isEqualTo("invalid-credentials");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong));
        assertThat(unknown.headers().headerNames())
                .containsExactlyInAnyOrderElementsOf(wrong.headers().headerNames());
        assertThat(wrong.setCookie()).isEmpty();
    }

    private static String withoutTrace(Answer answer) {
        return answer.text().replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\u0000", "\\ud800@b.co", "not an address", "{$gt:1}"})
    void invalidAddressOrPasswordSignsNoOneIn(String odd) {
        var asAddress = post("/api/users/signin", "{\"email\":\"x" + odd + "\",\"password\":\"password\"}");
        var asPassword = post("/api/users/signin", "{\"email\":\"a@b.co\",\"password\":\"x" + odd + "\"}");

        assertThat(asAddress.code()).isEqualTo("invalid-credentials");
        assertThat(asPassword.code()).isEqualTo("invalid-credentials");
    }

    @Test
    void aHashOfWeakerParametersIsRenewedOnSignIn() {
        signedUp(email);
        var weak = new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD);
        users.save(users.findByEmail(email).orElseThrow().withPasswordHash(weak));

        var renewing = post("/api/users/signin", credentials(email, PASSWORD));

        assertThat(renewing.status()).isEqualTo(200);
        assertThat(users.findByEmail(email).orElseThrow().passwordHash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(post("/api/users/signin", credentials(email, PASSWORD)).status())
                .isEqualTo(200);
    }

    @Test
    void anAddressIsRefusedAfterTooManyFailuresUntilTheWindowEnds() {
        signedUp(email);
        fail(email, FAILURES);

        var refused = post("/api/users/signin", credentials(email, PASSWORD));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-attempts");
        var wait = Long.parseLong(refused.headers().getFirst(HttpHeaders.RETRY_AFTER));
        assertThat(wait).isBetween(1L, 901L);
        clock.advance(Duration.ofSeconds(wait));
        assertThat(post("/api/users/signin", credentials(email, PASSWORD)).status())
                .isEqualTo(200);
    }

    @Test
    void ofTwoHundredWrongPasswordsAtOnceExactlyTheLimitIsJudged() {
        for (var round = 0; round < 20; round++) {
            var address = UUID.randomUUID() + "@example.com";

            var statuses = AtOnce.all(200, number -> wrong(address).status());

            assertThat(statuses).filteredOn(status -> status == 400).hasSize(FAILURES);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(200 - FAILURES);
        }
    }

    @Test
    void anyNumberOfRightPasswordsAtOnceIsAccepted() {
        signedUp(email);

        assertThat(AtOnce.all(
                        4 * FAILURES,
                        number -> post("/api/users/signin", credentials(email, PASSWORD))
                                .status()))
                .containsOnly(200);
    }

    @Test
    void refusalNamesTheLimitAndItsEnd() {
        fail(email, FAILURES);

        var headers = wrong(email).headers();

        assertThat(headers.getFirst("RateLimit")).matches("\"attempts-by-account-and-client\";r=0;t=\\d+");
        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"attempts-by-account-and-client\";q=5;w=900");
    }

    @Test
    void guessingElsewhereDoesNotLockTheOwnerOut() {
        signedUp(email);
        for (var guess = 0; guess < 3 * FAILURES_PER_ACCOUNT; guess++) {
            wrong(email, "X-Forwarded-For", "203.0.113." + guess);
        }

        var elsewhere = post("/api/users/signin", credentials(email, PASSWORD), "X-Forwarded-For", "198.51.100.1");
        var atHome = post("/api/users/signin", credentials(email, PASSWORD));

        assertThat(elsewhere.status()).isEqualTo(429);
        assertThat(elsewhere.headers().getFirst("RateLimit")).startsWith("\"attempts-by-account\"");
        assertThat(atHome.status()).isEqualTo(200);
    }

    @Test
    void aFamiliarPlaceIsForgottenAfterThirtyDays() {
        signedUp(email);

        var familiar =
                mongo.find(query(where("_id").regex("^" + Pattern.quote(email) + " ")), SignInThrottle.Familiar.class);
        assertThat(familiar)
                .hasSize(1)
                .allSatisfy(place -> assertThat(place.endsAt())
                        .isBetween(
                                clock.instant().plus(Duration.ofDays(30)).minusSeconds(60),
                                clock.instant().plus(Duration.ofDays(30))));
        assertThat(mongo.indexOps(SignInThrottle.Familiar.class).getIndexInfo())
                .anyMatch(index -> index.isIndexForFields(Set.of("endsAt"))
                        && index.getExpireAfter().equals(Optional.of(Duration.ZERO)));
    }

    @Test
    void rightPasswordsDoNotCountForTheirAccount() {
        signedUp(email);

        for (var time = 0; time < FAILURES_PER_ACCOUNT; time++) {
            post("/api/users/signin", credentials(email, PASSWORD));
        }

        assertThat(post("/api/users/signin", credentials(email, PASSWORD), "X-Forwarded-For", "203.0.113.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whereTheOwnerHasSignedInTheyAreNotLockedOutEither() {
        signedUp(email);
        var office = "198.51.100.2";
        post("/api/users/signin", credentials(email, PASSWORD), "X-Forwarded-For", office);
        for (var guess = 0; guess < 2 * FAILURES_PER_ACCOUNT; guess++) {
            wrong(email, "X-Forwarded-For", "203.0.113." + guess);
        }

        assertThat(post("/api/users/signin", credentials(email, PASSWORD), "X-Forwarded-For", office)
                        .status())
                .isEqualTo(200);
    }

    private Answer wrong(String address, String... headers) {
        return post("/api/users/signin", credentials(address, "wrong password"), headers);
    }

    @Test
    void anUnknownAddressIsRefusedJustSo() {
        fail(email, FAILURES);

        assertThat(post("/api/users/signin", credentials(email, PASSWORD)).status())
                .isEqualTo(429);
    }

    @Test
    void aSessionThatIsOpenStaysGood() {
        var cookie = signedUp(email);

        fail(email, FAILURES + 1);

        assertThat(currentUser(cookie).get("email").asString()).isEqualTo(email);
    }

    @Test
    void aSuccessForgetsTheFailuresBefore() {
        signedUp(email);
        fail(email, FAILURES - 1);
        post("/api/users/signin", credentials(email, PASSWORD));
        fail(email, FAILURES - 1);

        assertThat(post("/api/users/signin", credentials(email, PASSWORD)).status())
                .isEqualTo(200);
    }

    private void fail(String address, int times) {
        for (var i = 0; i < times; i++) {
            post("/api/users/signin", credentials(address, "wrong password"));
        }
    }
}
