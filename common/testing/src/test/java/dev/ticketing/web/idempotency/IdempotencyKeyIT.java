package dev.ticketing.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The header as controllers receive it. */
@ServiceTest
@SpringBootTest(
        classes = dev.ticketing.messaging.TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class IdempotencyKeyIT {

    static final String[] MALFORMED = {"", "two words", "x".repeat(256), "tab\tbed"};
    static final String[] WELL_FORMED = {"!", "~", "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"", "x".repeat(255)};

    private static final String HELLO = "{\"text\":\"hello\"}";

    @Autowired
    RestTestClient http;

    @Test
    void withoutTheHeaderThereIsNone() {
        assertThat(answer(post(HELLO))).contains("\"key\":\"none\"").contains("\"text\":\"hello\"");
    }

    @ParameterizedTest
    @FieldSource("WELL_FORMED")
    void keyIsGivenAndTheBodyCanStillBeRead(String key) {
        post(HELLO, key)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo("hello")
                .jsonPath("$.key")
                .value(
                        String.class,
                        read -> assertThat(read).isEqualTo("IdempotencyKey[value=" + key + ", route=POST /keyed]"));
    }

    @ParameterizedTest
    @FieldSource("MALFORMED")
    void malformedKeyIsRefused(String key) {
        assertRefused(post(HELLO, key));
    }

    @Test
    void twoKeysAreRefused() {
        assertRefused(post(HELLO, "one", "two"));
    }

    @Test
    void hugeBodyIsRefusedWithAKeyToo() {
        post("{\"text\":\"" + "x".repeat(70_000) + "\"}", "key").expectStatus().isEqualTo(413);
    }

    @Test
    void malformedBodyIsRefusedWithAKeyToo() {
        post("{", "key").expectStatus().isBadRequest();
        post("", "key").expectStatus().isBadRequest();
    }

    private static void assertRefused(ResponseSpec answer) {
        answer.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("validation-failed")
                .jsonPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    private static String answer(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private ResponseSpec post(String body, String... keys) {
        var request = http.post().uri("/keyed").contentType(MediaType.APPLICATION_JSON);
        if (keys.length > 0) {
            request.header("Idempotency-Key", keys);
        }
        return request.body(body).exchange();
    }
}
