package dev.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.auth.AuthFixture;
import dev.ticketing.testing.AnotherInstance;
import dev.ticketing.testing.load.AtOnce;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@TestPropertySource(
        properties = {
            "ticketing.auth.sign-in.failures-per-client=10/PT15M",
            "ticketing.auth.sign-in.sign-ups-per-client=3/PT1H"
        })
class ClientLimitsIT extends AuthFixture {

    @Autowired
    RestTestClient first;

    @Autowired
    ApplicationContext context;

    @Test
    void clientThatTriesManyAddressesIsRefusedAndOthersAreNot() {
        var here = "203.0.113.1";
        var neighbour = UUID.randomUUID() + "@example.com";
        post("/api/users/signup", credentials(neighbour, PASSWORD), "X-Forwarded-For", here);

        var statuses = AtOnce.all(100, number -> guess(number + "@example.com", here));

        assertThat(statuses).filteredOn(status -> status == 400).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(90);
        assertThat(post("/api/users/signin", credentials(neighbour, PASSWORD), "X-Forwarded-For", here)
                        .status())
                .isEqualTo(200);
        assertThat(guess("a@example.com", "203.0.113.2")).isEqualTo(400);
    }

    @Test
    void rightPasswordsDoNotCountForTheirClient() {
        var here = "203.0.113.4";
        var address = UUID.randomUUID() + "@example.com";
        post("/api/users/signup", credentials(address, PASSWORD), "X-Forwarded-For", here);

        for (var time = 0; time < 12; time++) {
            post("/api/users/signin", credentials(address, PASSWORD), "X-Forwarded-For", here);
        }

        assertThat(guess("b@example.com", here)).isEqualTo(400);
    }

    private int guess(String address, String from) {
        return post("/api/users/signin", credentials(address, "wrong password"), "X-Forwarded-For", from)
                .status();
    }

    @Test
    void clientSignsUpUpToItsLimit() {
        var here = "203.0.113.3";

        var answers = AtOnce.all(
                20,
                number -> post(
                        "/api/users/signup",
                        credentials(UUID.randomUUID() + "@example.com", PASSWORD),
                        "X-Forwarded-For",
                        here));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .hasSize(17)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("too-many-sign-ups"));
    }

    @Test
    void twoInstancesHaveOneLimit() {
        try (var other = AnotherInstance.of(
                context,
                "ticketing.auth.jwt-key",
                "ticketing.auth.sign-in.failures",
                "ticketing.auth.sign-in.failures-per-client")) {
            var instances = List.of(first, other.http());
            for (var round = 0; round < 20; round++) {
                var address = UUID.randomUUID() + "@example.com";
                var from = "198.51.100." + round;

                var statuses = AtOnce.all(200, number -> status(instances.get(number % 2), address, from));

                assertThat(statuses).filteredOn(status -> status == 400).hasSize(FAILURES);
                assertThat(statuses).filteredOn(status -> status == 429).hasSize(200 - FAILURES);
            }
        }
    }

    private static int status(RestTestClient instance, String address, String from) {
        return instance.post()
                .uri("/api/users/signin")
                .header("X-Forwarded-For", from)
                .contentType(MediaType.APPLICATION_JSON)
                .body(credentials(address, "wrong password"))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }
}
