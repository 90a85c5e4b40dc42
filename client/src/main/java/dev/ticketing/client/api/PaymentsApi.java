package dev.ticketing.client.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.ticketing.client.api.http.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClient;

/** {@code /api/payments}: the visitor's own payments, and the ways to pay. */
public final class PaymentsApi {

    private static final Duration KEEP_OPTIONS = Duration.ofMinutes(1);

    private final RestClient http;
    private final LoadingCache<String, Options> options;

    PaymentsApi(RestClient http, Clock clock) {
        this.http = http;
        this.options = Caffeine.newBuilder()
                .expireAfterWrite(KEEP_OPTIONS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build(uri ->
                        Objects.requireNonNull(http.get().uri(uri).retrieve().body(Options.class)));
    }

    /**
     * The ways to pay.
     *
     * @param mode {@code sandbox}, {@code test} or {@code live}
     * @param publishableKey for Stripe's script; none in the sandbox
     */
    public record Options(String mode, @Nullable String publishableKey) {

        public boolean isSandbox() {
            return mode.equals("sandbox");
        }
    }

    /** The same for everyone, fetched once a minute. */
    public Options options() {
        return options.get("/api/payments/config");
    }

    /** @param token a payment method or confirmation token of Stripe */
    public Payment pay(String orderId, String token) {
        return Objects.requireNonNull(http.post()
                .uri("/api/payments")
                .body(Map.of("orderId", orderId, "token", token))
                .retrieve()
                .body(Payment.class));
    }

    /** The newest payment for an order. */
    public Optional<Payment> findFor(String orderId) {
        return Page.of(http.get().uri("/api/payments").retrieve().toEntity(Payment[].class)).items().stream()
                .filter(payment -> orderId.equals(payment.orderId()))
                .findFirst();
    }
}
