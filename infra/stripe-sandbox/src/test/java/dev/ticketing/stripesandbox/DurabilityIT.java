package dev.ticketing.stripesandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityIT {

    private static final String CARD = "4000000000000002";

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Test
    void killedSandboxKeepsLedgerAnswersAndUnsentWebhooks() throws Exception {
        var endpoint = SandboxProcess.freePort();
        var sandbox = start(endpoint);
        var paid = sandbox.pay("pm_card_visa");
        var declined = sandbox.post("/v1/payment_intents", declinedPayment(), "Idempotency-Key", "k");
        assertThat(declined.statusCode()).isEqualTo(402);
        var ledger = sandbox.ledger();

        kill();
        tearLastLine();
        var again = start(endpoint);

        assertThat(again.ledger()).isEqualTo(ledger);
        assertThat(again.stripe()
                        .v1()
                        .charges()
                        .retrieve(paid.getLatestCharge())
                        .getCaptured())
                .isTrue();
        var replayed = again.post("/v1/payment_intents", declinedPayment(), "Idempotency-Key", "k");
        assertThat(replayed.body()).isEqualTo(declined.body());
        assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");
        try (var receiver = new WebhookReceiver(endpoint)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(receiver.types())
                            .contains("payment_intent.succeeded", "charge.failed", "payment_intent.payment_failed"));
        }
        assertThat(Files.readString(folder.resolve("data/journal.jsonl"))).doesNotContain(CARD);
        assertThat(Files.readString(folder.resolve("log"))).doesNotContain(CARD).contains("STRIPE SANDBOX");
    }

    @Test
    void productionIsRefusedInOneLine() throws Exception {
        process = SandboxProcess.start(Map.of("TICKETING_ENVIRONMENT", "production"), folder.resolve("log"));

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("log")))
                .singleElement()
                .asString()
                .contains("The Stripe sandbox refuses to start: TICKETING_ENVIRONMENT is production");
    }

    private Sandbox start(int endpoint) throws IOException {
        var port = SandboxProcess.freePort();
        process = SandboxProcess.start(
                Map.of(
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SANDBOX_DATA",
                        folder.resolve("data").toString(),
                        "STRIPE_WEBHOOK_URL",
                        "http://localhost:" + endpoint,
                        "STRIPE_WEBHOOK_SECRET",
                        WebhookReceiver.SECRET),
                folder.resolve("log"));
        return SandboxProcess.awaitReady(port);
    }

    private void tearLastLine() throws IOException {
        Files.writeString(
                folder.resolve("data/journal.jsonl"),
                "[{\"table\":\"PaymentIntent\",\"id\":\"pi_torn",
                StandardOpenOption.APPEND);
    }

    private static String declinedPayment() {
        return "amount=1999&currency=usd&confirm=true&payment_method_types[]=card&payment_method_data[type]=card"
                + "&payment_method_data[card][number]=" + CARD
                + "&payment_method_data[card][exp_month]=12&payment_method_data[card][exp_year]=2040"
                + "&payment_method_data[card][cvc]=123";
    }
}
