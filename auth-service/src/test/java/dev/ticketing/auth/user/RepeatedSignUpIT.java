package dev.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.auth.AuthFixture;
import dev.ticketing.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** The responses to a client that does not know whether its first request has arrived. */
class RepeatedSignUpIT extends AuthFixture {

    @Autowired
    Users users;

    @Autowired
    MongoOperations mongo;

    @Autowired
    MovableClock clock;

    private final String key = UUID.randomUUID().toString();
    private final String email = key + "@example.com";

    @Test
    void repeatedRequestGetsTheAccountAndASessionOfItsOwn() {
        var first = signUp(email, PASSWORD);

        var again = signUp(email, PASSWORD);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.cookie()).isNotEqualTo(first.cookie());
        assertThat(currentUser(again.cookie()).get("email").asString()).isEqualTo(email);
    }

    @Test
    void ofManyAtOnceAllGetTheOneAccount() {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(each -> clients.submit(() -> signUp(email, PASSWORD)))
                    .toList();

            assertThat(answers.stream().map(RepeatedSignUpIT::get)).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(201);
                assertThat(answer.body().get("email").asString()).isEqualTo(email);
            });
            assertThat(answers.stream()
                            .map(RepeatedSignUpIT::get)
                            .map(Answer::body)
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void keyWithAnotherPasswordOrAddressIsRefused() {
        signUp(email, PASSWORD);

        isReused(signUp(email, PASSWORD + "!"));
        isReused(signUp("other-" + email, PASSWORD));

        assertThat(users.existsByEmail("other-" + email)).isFalse();
    }

    @Test
    void keyIsNoWayToGuessThePassword() {
        signUp(email, PASSWORD);
        for (var guess = 0; guess < FAILURES; guess++) {
            isReused(signUp(email, "guess number " + guess));
        }

        assertThat(signUp(email, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void nothingOfThePasswordIsInTheKeysRecord() throws NoSuchAlgorithmException {
        signUp(email, PASSWORD);

        var claim = mongo.getCollection("claimed_keys")
                .find(new Document("_id", "visitor:POST /api/users/signup:" + key))
                .first();

        assertThat(claim)
                .containsOnlyKeys("_id", "fingerprint", "token", "repeated", "at", "_class")
                .containsEntry("fingerprint", sha256("\"" + email + "\""));
    }

    @Test
    void withoutTheKeyTheAddressIsInUse() {
        signUp(email, PASSWORD);

        var again = post("/api/users/signup", credentials(email, PASSWORD));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("email-in-use");
    }

    @Test
    void forgottenKeyLeavesTheAddressInUse() {
        signUp(email, PASSWORD);
        clock.advance(Duration.ofHours(24));

        assertThat(signUp(email, PASSWORD).code()).isEqualTo("email-in-use");
        assertThat(signUp("other-" + email, PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void malformedKeyIsRefused() {
        var answer = post("/api/users/signup", credentials(email, PASSWORD), "Idempotency-Key", "two words");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
        assertThat(users.existsByEmail(email)).isFalse();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private Answer signUp(String email, String password) {
        return post("/api/users/signup", credentials(email, password), "Idempotency-Key", key);
    }

    private static void isReused(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("idempotency-key-reused");
        assertThat(answer.setCookie()).isEmpty();
    }

    private static Answer get(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
