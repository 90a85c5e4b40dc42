package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Stripe does what it was asked and says nothing, refuses for a while, or tells of it too often, wrongly or never. */
class StripeFaultsIT extends Fault {

    private static final int TIMES = Size.of(3, 20);
    private static final int LONGER_THAN_ANYBODY_WAITS_MS = 11_000;
    /** A POST without an answer is sent once more by the JDK itself. */
    private static final int DROPS = 2;

    private static final List<String> CALLS = List.of("/v1/payment_intents", "/v1/payment_intents/*/capture");

    @Test
    void itAcceptsAndDoesNotAnswer() throws Exception {
        survivesStripe("Stripe does what it is asked, and the answer is lost or takes 11 s", (load, stripe) -> {
            for (var call : CALLS) {
                stripe.fault("{\"method\":\"POST\",\"path\":\"%s\",\"drop\":\"after\",\"times\":%d}"
                                .formatted(call, DROPS * TIMES))
                        .fault("{\"method\":\"POST\",\"path\":\"%s\",\"delayAfterMs\":%d}"
                                .formatted(call, LONGER_THAN_ANYBODY_WAITS_MS));
            }
            awaitUse(stripe);
            return "%d answers lost".formatted(CALLS.size() * (DROPS * TIMES + 1));
        });
    }

    @Test
    void itRefusesForAWhile() throws Exception {
        survivesStripe("Stripe answers 500 and 429", (load, stripe) -> {
            for (var call : CALLS) {
                for (var status : List.of(500, 429)) {
                    stripe.fault("{\"method\":\"POST\",\"path\":\"%s\",\"status\":%d,\"times\":%d}"
                            .formatted(call, status, TIMES));
                }
            }
            awaitUse(stripe);
            return "%d calls refused".formatted(CALLS.size() * 2 * TIMES);
        });
    }

    @Test
    void webhooksComeTenTimesAndInReverse() throws Exception {
        survivesStripe("every webhook comes ten times, %d in reverse order".formatted(10 * TIMES), (load, stripe) -> {
            stripe.webhooks("{\"duplicate\":9,\"reorder\":%d}".formatted(10 * TIMES));
            load.awaitPurchases(2 * TIMES);
            return "%d were bought meanwhile".formatted(2 * TIMES);
        });
    }

    /** Our own document is written before Stripe is asked; it does not know the PaymentIntent yet. */
    @Test
    void webhooksComeBeforeWeKnowThePaymentIntent() throws Exception {
        survivesStripe("Stripe tells of a payment a second before it answers", (load, stripe) -> {
            stripe.fault("{\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"delayAfterMs\":1000,\"times\":%d}"
                    .formatted(TIMES));
            awaitUse(stripe);
            return "%d times".formatted(TIMES);
        });
    }

    @Test
    void webhooksNeverComeAndAnswersAreLost() throws Exception {
        survivesStripe("no webhook ever comes, and the answers to captures are lost", (load, stripe) -> {
            stripe.webhooks("{\"dropAll\":true}")
                    .fault(
                            "{\"method\":\"POST\",\"path\":\"/v1/payment_intents/*/capture\",\"drop\":\"after\",\"times\":%d}"
                                    .formatted(DROPS * TIMES));
            awaitUse(stripe);
            load.awaitPurchases(TIMES);
            return "%d answers lost; the reconciler asked".formatted(DROPS * TIMES);
        });
    }

    @Test
    void webhooksAreForged() throws Exception {
        survivesStripe("webhooks forged, 301 s old, without a signature, and old ones again", (load, stripe) -> {
            for (var round = 0; round < TIMES; round++) {
                for (var event : stripe.events().subList(0, TIMES)) {
                    for (var signature : List.of("stale", "forged", "missing")) {
                        assertThat(stripe.resend(event, signature))
                                .as(signature)
                                .isEqualTo(400);
                    }
                    assertThat(stripe.resend(event, "valid")).isEqualTo(200);
                }
                load.awaitPurchases(1);
            }
            return "%d refused with 400, %d taken and ignored".formatted(3 * TIMES * TIMES, TIMES * TIMES);
        });
    }

    private interface StripeInjection {
        String inject(Load load, Sandbox stripe) throws Exception;
    }

    private void survivesStripe(String fault, StripeInjection injection) throws Exception {
        survives(fault, load -> {
            try (var stripe = Sandbox.at(port("STRIPE_SANDBOX_PORT"))) {
                return injection.inject(load, stripe);
            }
        });
    }

    /** Until everything that was ordered has gone wrong. */
    private static void awaitUse(Sandbox stripe) {
        eventually().until(() -> stripe.faultsLeft() == 0);
    }
}
