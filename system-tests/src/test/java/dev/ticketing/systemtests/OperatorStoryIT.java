package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands for operators, as separate processes. */
class OperatorStoryIT extends Story {

    private record Output(int exitCode, String text) {}

    @Test
    void storyOfAPurchaseHasEventsStripeCallsWebhooksAndCurrentState() throws Exception {
        var buyer = Person.signedUp(frontDoor());
        var ticketId = Person.signedUp(frontDoor()).lists("Told", "12.50").id();
        var orderId = buyer.orders(ticketId).id();
        var paymentId = buyer.pays(orderId, "tok_visa").id();
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("sold"));

        var story = operator(suite().options().environment(), "story", orderId);

        assertThat(story.exitCode()).as(story.text()).isZero();
        assertThat(story.text())
                .containsSubsequence(
                        "order.created.v1",
                        "POST /v1/payment_intents",
                        "authorize:" + orderId + ":1",
                        "payment.authorized.v1",
                        "order.awaiting-payment.v1",
                        "/capture",
                        "payment.created.v1",
                        "order.completed.v1",
                        "status=sold",
                        "SERVICE",
                        "DOCUMENT")
                .containsPattern("webhook +payment_intent.succeeded")
                .containsPattern("tickets +order:" + orderId + " +2\n")
                .containsPattern("payment:" + paymentId + " .*status=CAPTURED")
                .doesNotContain("not reachable: ", "clientSecret", "_secret_");
    }

    @Test
    void unknownOrderIsSaidInOneLine() throws Exception {
        var environment = suite().options().environment();

        assertThat(operator(environment, "story", "0123456789abcdef01234567").text())
                .matches("✗ no order 0123456789abcdef01234567 in the stream ORDERS.*\n");
        assertThat(operator(environment, "story", "42"))
                .isEqualTo(new Output(1, "✗ order 42 (expected: 24 hex digits)\n"));
        assertThat(operator(environment, "dlq", "show", "4711"))
                .isEqualTo(new Output(1, "✗ no dead letter 4711 (expected: a number that the list shows)\n"));
    }

    @Test
    void absentBrokerIsSaidInOneLine() throws Exception {
        var nowhere = Map.of("NATS_URL", "nats://localhost:1");

        assertThat(operator(nowhere, "dlq", "list").text()).matches("✗ NATS at nats://localhost:1: .*\n");
    }

    @Test
    void metricsAreForScrapersAndNotForTheFrontDoor() throws Exception {
        var orders =
                URI.create("http://localhost:" + suite().options().environment().get("ORDERS_PORT"));

        assertThat(Person.stranger(orders).get("/actuator/prometheus").body())
                .containsPattern("ticketing_consumer_lag\\{.*consumer=\"orders-service-payments\"")
                .contains("ticketing_outbox_oldest_age_seconds");
        assertThat(Person.stranger(orders)
                        .get("/actuator/metrics/ticketing.outbox.entries")
                        .status())
                .isEqualTo(200);
        for (var path : List.of("/actuator/prometheus", "/actuator/metrics")) {
            assertThat(Person.stranger(frontDoor()).get(path).status()).as(path).isEqualTo(404);
        }
    }

    private static Output operator(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var jar = suite().options().home().resolve("infra/operator/target/operator-1.0.0-SNAPSHOT.jar");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java,
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                jar.toString());
        command.command().addAll(List.of(arguments));
        command.environment().putAll(environment);
        var process = command.redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
    }
}
