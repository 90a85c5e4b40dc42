package dev.ticketing.client.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.client.RestClient;

/** {@code /api/payments}: the visitor's own, and how one can pay. */
public final class PaymentsApi {

    private static final Duration KEEP_OPTIONS = Duration.ofMinutes(1);

    private final RestClient http;
    private final Clock clock;
    private volatile KnownOptions known = new KnownOptions(null, Instant.MIN);

    PaymentsApi(RestClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * How one can pay.
     *
     * @param mode {@code sandbox}, {@code test} or {@code live}
     * @param publishableKey for Stripe's script; none in the sandbox
     */
    public record Options(String mode, String publishableKey) {

        public boolean isSandbox() {
            return mode.equals("sandbox");
        }
    }

    private record KnownOptions(Options options, Instant until) {}

    /** The same for everybody, and asked for once a minute. */
    public Options options() {
        var now = clock.instant();
        if (now.isAfter(known.until())) {
            known = new KnownOptions(askForOptions(), now.plus(KEEP_OPTIONS));
        }
        return known.options();
    }

    private Options askForOptions() {
        return http.get().uri("/api/payments/config").retrieve().body(Options.class);
    }

    /** @param token a payment method or confirmation token of Stripe */
    public Payment pay(String orderId, String token) {
        return http.post()
                .uri("/api/payments")
                .body(Map.of("orderId", orderId, "token", token))
                .retrieve()
                .body(Payment.class);
    }

    /** The newest payment for an order. */
    public Optional<Payment> findFor(String orderId) {
        return Page.of(http.get().uri("/api/payments").retrieve().toEntity(Payment[].class)).items().stream()
                .filter(payment -> orderId.equals(payment.orderId()))
                .findFirst();
    }
}
