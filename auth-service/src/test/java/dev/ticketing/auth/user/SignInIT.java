package dev.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.auth.AuthFixture;
import dev.ticketing.testing.MovableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class SignInIT extends AuthFixture {

    @Autowired
    Users users;

    @Autowired
    SignInSettings settings;

    @Autowired
    MovableClock clock;

    private final String email = UUID.randomUUID() + "@example.com";

    @BeforeEach
    void failuresBeginToCountWithTheTest() {
        var window = settings.window().toSeconds();
        clock.advance(Duration.ofSeconds(window - clock.instant().getEpochSecond() % window));
    }

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
    void anUnknownAddressAndAWrongPasswordAreAnsweredAlike() {
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
    void whatCannotBeAnAddressOrAPasswordSignsNobodyIn(String odd) {
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
