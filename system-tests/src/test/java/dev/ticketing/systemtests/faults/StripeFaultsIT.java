package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Stripe does its work without responding, refuses for a while, or sends webhooks too often, wrongly or never. */
class StripeFaultsIT extends Fault {

    private static final int TIMES = Size.of(3, 20);
    private static final int LONGER_THAN_ANYBODY_WAITS_MS = 11_000;
    /** The JDK itself repeats a POST without a response once. */
    private static final int DROPS = 2;

    private static final List<String> CALLS = List.of("/v1/payment_intents", "/v1/payment_intents/*/capture");

    @Test
    void itAcceptsAndDoesNotRespond() throws Exception {
        survivesStripe("Stripe carries out the request, and its response is lost or takes 11 s", (load, stripe) -> {
            for (var call : CALLS) {
                stripe.fault("{\"method\":\"POST\",\"path\":\"%s\",\"drop\":\"after\",\"times\":%d}"
                                .formatted(call, DROPS * TIMES))
                        .fault("{\"method\":\"POST\",\"path\":\"%s\",\"delayAfterMs\":%d}"
                                .formatted(call, LONGER_THAN_ANYBODY_WAITS_MS));
            }
            awaitUse(stripe);
            return "%d responses lost".formatted(CALLS.size() * (DROPS * TIMES + 1));
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
    void webhooksArriveTenTimesAndInReverse() throws Exception {
        survivesStripe("every webhook arrives ten times, %d in reverse order".formatted(10 * TIMES), (load, stripe) -> {
            stripe.webhooks("{\"duplicate\":9,\"reorder\":%d}".formatted(10 * TIMES));
            load.awaitPurchases(2 * TIMES);
            return "%d were bought meanwhile".formatted(2 * TIMES);
        });
    }

    /** Our own document is written before the call to Stripe; it does not contain the PaymentIntent yet. */
    @Test
    void webhooksArriveBeforeThePaymentIntentIsKnown() throws Exception {
        survivesStripe("Stripe sends the webhook of a payment a second before its response", (load, stripe) -> {
            stripe.fault("{\"method\":\"POST\",\"path\":\"/v1/payment_intents\",\"delayAfterMs\":1000,\"times\":%d}"
                    .formatted(TIMES));
            awaitUse(stripe);
            return "%d times".formatted(TIMES);
        });
    }

    @Test
    void webhooksNeverArriveAndResponsesAreLost() throws Exception {
        survivesStripe("no webhook arrives, and the responses to captures are lost", (load, stripe) -> {
            stripe.webhooks("{\"dropAll\":true}")
                    .fault(
                            "{\"method\":\"POST\",\"path\":\"/v1/payment_intents/*/capture\",\"drop\":\"after\",\"times\":%d}"
                                    .formatted(DROPS * TIMES));
            awaitUse(stripe);
            load.awaitPurchases(TIMES);
            return "%d responses lost; the reconciler asked Stripe".formatted(DROPS * TIMES);
        });
    }

    @Test
    void webhooksAreForged() throws Exception {
        survivesStripe("webhooks are forged, 301 s old, unsigned, or repeated", (load, stripe) -> {
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
            return "%d refused with 400, %d accepted and ignored".formatted(3 * TIMES * TIMES, TIMES * TIMES);
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

    /** Waits until every ordered fault has happened. */
    private static void awaitUse(Sandbox stripe) {
        eventually().until(() -> stripe.faultsLeft() == 0);
    }
}
