package dev.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ticketing.auth.AuthFixture;
import dev.ticketing.auth.credential.Passwords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

@ExtendWith(OutputCaptureExtension.class)
class UserApiIT extends AuthFixture {

    @Autowired
    Users users;

    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    void signingUpMakesAnAccountAndASession() {
        var answer = post("/api/users/signup", credentials(email, PASSWORD));

        assertThat(answer.status()).isEqualTo(201);
        var id = answer.body().get("id").asString();
        assertThat(answer.text()).isEqualTo("{\"id\":\"" + id + "\",\"email\":\"" + email + "\"}");
        assertThat(id).matches("[0-9a-f]{24}");
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.setCookie())
                .startsWith("session=")
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=604800");
        assertThat(currentUser(answer.cookie())).isEqualTo(answer.body());
        assertThat(users.findByEmail(email).orElseThrow().passwordHash()).startsWith("$argon2id$");
    }

    @Test
    void anAddressIsTrimmedAndInLowerCase() {
        var answer = post("/api/users/signup", credentials("  " + email.toUpperCase(Locale.ROOT) + " ", PASSWORD));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("email").asString()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\ufeff"})
    void anAddressIsFreeOfWhatIsInvisibleAroundIt(String invisible) {
        var signedUp = post("/api/users/signup", credentials(invisible + email, PASSWORD));
        var signedIn = post("/api/users/signin", credentials(email + invisible, PASSWORD));

        assertThat(signedUp.status()).isEqualTo(201);
        assertThat(signedUp.body().get("email").asString()).isEqualTo(email);
        assertThat(signedIn.status()).isEqualTo(200);
    }

    @Test
    void aDomainHasOneAccountInEitherSpelling() {
        var local = UUID.randomUUID().toString();

        var signedUp = post("/api/users/signup", credentials(local + "@münchen.example", PASSWORD));
        var again = post("/api/users/signup", credentials(local + "@xn--mnchen-3ya.example", PASSWORD));
        var signedIn = post("/api/users/signin", credentials(local + "@MÜNCHEN.example", PASSWORD));

        assertThat(signedUp.status()).isEqualTo(201);
        assertThat(signedUp.body().get("email").asString()).isEqualTo(local + "@xn--mnchen-3ya.example");
        assertThat(again.status()).isEqualTo(409);
        assertThat(signedIn.status()).isEqualTo(200);
    }

    @Test
    void anAccountKeepsItsPasswordThoughItIsCommon() {
        users.insert(User.signUp(email, new Passwords().hash("password"), Instant.EPOCH, Optional.empty()));

        assertThat(post("/api/users/signin", credentials(email, "password")).status())
                .isEqualTo(200);
    }

    @Test
    void addressHasOneAccountInAnyCase() {
        signedUp(email);

        var again = post("/api/users/signup", credentials("A" + email, PASSWORD));
        var otherCase = post("/api/users/signup", credentials(email.replace("example", "Example"), "another password"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(otherCase.status()).isEqualTo(409);
        assertThat(otherCase.code()).isEqualTo("email-in-use");
        assertThat(otherCase.setCookie()).isEmpty();
        assertThat(post("/api/users/signin", credentials(email, PASSWORD)).status())
                .isEqualTo(200);
    }

    @Test
    void ofFiftySimultaneousSignUpsOneSucceeds() throws Exception {
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(i -> visitors.submit(() -> post("/api/users/signup", credentials(email, PASSWORD + i))))
                    .toList();

            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tr7!kq2x",
                "no ticketing today",
                "  spaces around  ",
                "пароль-пароль",
                "quote\"back\\slash",
                "密码密码密码密码"
            })
    void aGoodPasswordSignsUpAndIn(String password) {
        var signedUp = post("/api/users/signup", credentials(email, password));
        var signedIn = post("/api/users/signin", credentials(email, password));
        var cut = post("/api/users/signin", credentials(email, password.strip().substring(1)));

        assertThat(signedUp.status()).isEqualTo(201);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(cut.status()).isEqualTo(400);
    }

    @Test
    void aPasswordMayHave128CharactersOfAnyWidth() {
        var longest = "🎟".repeat(128);

        assertThat(post("/api/users/signup", credentials(email, longest + "x")).status())
                .isEqualTo(400);
        assertThat(post("/api/users/signup", credentials(email, longest)).status())
                .isEqualTo(201);
        assertThat(post("/api/users/signin", credentials(email, longest)).status())
                .isEqualTo(200);
        assertThat(post("/api/users/signin", credentials(email, "🎟".repeat(127)))
                        .status())
                .isEqualTo(400);
    }

    @TestFactory
    Stream<DynamicTest> badSignUpIsRefusedByField() {
        return Stream.of(
                        new Bad("{}", "email", "password"),
                        new Bad("{\"email\":null,\"password\":null}", "email", "password"),
                        new Bad("{\"email\":\"a@b.co\"}", "password"),
                        new Bad("{\"password\":\"correct horse\"}", "email"),
                        new Bad(credentials("", ""), "email", "password"),
                        new Bad(credentials("ann", PASSWORD), "email"),
                        new Bad(credentials("a@b.co", "p"), "password"),
                        new Bad(credentials("a@b.co", "1234567"), "password"),
                        new Bad(credentials("a@b.co", "x".repeat(129)), "password"),
                        new Bad(credentials("a@b.co", "x".repeat(50_000)), "password"),
                        new Bad(credentials("a@" + "b.".repeat(20_000) + "co", PASSWORD), "email"),
                        new Bad(credentials("a@b.co", "a" + "\u0301".repeat(600)), "password"),
                        new Bad(credentials("a@b.co", "e\u0301".repeat(7)), "password"),
                        new Bad(credentials("a@b.co", "password"), "password"),
                        new Bad(credentials("a@b.co", "12345678"), "password"),
                        new Bad(credentials("a@b.co", "  Password123 "), "password"),
                        new Bad(credentials("ann@example.com", "Ann@Example.com"), "password"),
                        new Bad(credentials("ann@münchen.example", "ann@münchen.example"), "password"),
                        new Bad(credentials("annabelle.lee@b.co", "annabelle.lee"), "password"),
                        new Bad(credentials("a@b.co", "ticketing"), "password"),
                        new Bad(credentials("a@b.co", "Ticketing.dev!"), "password"),
                        new Bad(credentials("a@b.co", "2026-TICKETING"), "password"),
                        new Bad(credentials("a@b.co", "        "), "password"),
                        new Bad(credentials("a@b.co", "pass\u0000word"), "password"),
                        new Bad(credentials("a@b.co", "pass\nword"), "password"),
                        new Bad(credentials("a@b.co", "\u0000"), "password", "password"),
                        new Bad(credentials("a\u0000@b.co", PASSWORD), "email"),
                        new Bad("{\"email\":\"a@b.co\",\"password\":\"pass\\ud800word\"}", "password"),
                        new Bad("{\"email\":\"\\ud800@b.co\",\"password\":\"correct horse\"}", "email"),
                        new Bad("{\"email\":\"a@b.co\",\"password\":12345678}", "password"),
                        new Bad("{\"email\":\"a@b.co\",\"password\":true}", "password"),
                        new Bad("{\"email\":[\"a@b.co\"],\"password\":\"correct horse\"}", "email"),
                        new Bad("{\"email\":{\"$gt\":\"\"},\"password\":\"correct horse\"}", "email"))
                .map(bad -> dynamicTest(name(bad.body()), () -> isRefused("/api/users/signup", bad)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "7", "\"x\"", "{\"email\":\"a@b.co\",}"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        for (var path : List.of("/api/users/signup", "/api/users/signin")) {
            var answer = post(path, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("errors")).isNotEmpty();
        }
    }

    @Test
    void unknownFieldChangesNothing() {
        var body = credentials(email, PASSWORD)
                .replace("}", ",\"id\":\"5f0000000000000000000001\",\"role\":\"admin\",\"version\":7}");

        var answer = post("/api/users/signup", body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("id").asString()).isNotEqualTo("5f0000000000000000000001");
        assertThat(users.findByEmail(email).orElseThrow().version()).isZero();
    }

    @Test
    void passwordIsNeitherReturnedNorLogged(CapturedOutput output) {
        var secret = "secret-" + UUID.randomUUID();
        var answers = Stream.of(
                post("/api/users/signup", credentials(email, secret)),
                post("/api/users/signup", credentials(email, secret)),
                post("/api/users/signup", credentials("x", secret)),
                post("/api/users/signup", credentials("x" + email, secret.repeat(4))),
                post("/api/users/signin", credentials(email, secret)),
                post("/api/users/signin", credentials(email, secret + "x")),
                post("/api/users/signin", credentials(email, secret).replace("}", "")));

        assertThat(answers).noneMatch(answer -> answer.text().contains("secret-"));
        assertThat(output.getAll()).doesNotContain("secret-");
        assertThat(new UserController.SignUp(email, secret).toString()).doesNotContain("secret-");
        assertThat(new UserController.SignIn(email, secret).toString()).doesNotContain("secret-");
    }

    @Test
    void anotherMethodOrMediaTypeIsRefused() {
        var method = get("/api/users/signup");
        var mediaType = post("/api/users/signin", "x", "Content-Type", "text/plain");

        assertThat(method.status()).isEqualTo(405);
        assertThat(method.headers().getAllow()).hasToString("[POST]");
        assertThat(mediaType.status()).isEqualTo(415);
    }

    @Test
    void aBodyOver64KiBIsRefused() {
        assertThat(post("/api/users/signup", credentials(email, "x".repeat(70_000)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void unknownPathIsNotFoundAndNotStored() {
        var answer = get("/api/users/" + email);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().getCacheControl()).isEqualTo("no-store");
    }
}
