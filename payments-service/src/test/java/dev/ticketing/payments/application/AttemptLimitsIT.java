package dev.ticketing.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.testing.load.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@SandboxTest
class AttemptLimitsIT {

    private static final String BAD = "pm_card_chargeDeclined";

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Autowired
    MovableClock clock;

    @Test
    void afterThreeRefusedCardsTheNextHasToWait() {
        var order = PlacedOrder.at(2500, http, broker);
        assertThat(Stream.generate(() -> order.pay(BAD).status()).limit(3)).containsOnly(402);

        var tooEarly = order.pay("pm_card_visa");

        assertThat(tooEarly.status()).isEqualTo(429);
        assertThat(tooEarly.text("code")).isEqualTo("too-many-payment-attempts");
        assertThat(tooEarly.headers().getFirst("Retry-After")).matches("[1-9]|10");
        assertThat(tooEarly.headers().getFirst("RateLimit-Policy")).isEqualTo("\"payment-attempts-by-order\";q=10");
        clock.advance(Duration.ofSeconds(10));
        assertThat(order.payAndClaim("pm_card_visa").text("status")).isEqualTo("captured");
    }

    @Test
    void ofManyRequestsAtOnceWithABadCardNoneSucceeds() {
        for (var round = 0; round < 5; round++) {
            var order = PlacedOrder.at(2500, http, broker);
            broker.awaitSettled("payments-service-orders");

            assertThat(AtOnce.all(60, number -> order.pay(BAD).status())).isSubsetOf(402, 429);
        }
    }

    @Test
    void thePauseDoublesUntilNoCardIsTried() {
        var order = PlacedOrder.at(2500, http, broker);
        Stream.generate(() -> order.pay(BAD)).limit(3).toList();

        for (var pause : List.of(10, 20, 40, 80, 160, 320, 640)) {
            clock.advance(Duration.ofSeconds(pause - 3));
            assertThat(order.pay(BAD).status()).isEqualTo(429);
            clock.advance(Duration.ofSeconds(3));
            assertThat(order.pay(BAD).status()).isEqualTo(402);
        }
        clock.advance(Duration.ofMinutes(30));

        assertThat(order.pay("pm_card_visa").status()).isEqualTo(429);
    }

    @Test
    void aBuyerHasSoManyRefusalsADayWhateverTheOrder() {
        var buyer = SignedIn.someone();
        var expiresAt = Instant.now().plus(Duration.ofHours(1));
        var orders = Stream.generate(() -> PlacedOrder.of(buyer, 2500, expiresAt, http, broker))
                .limit(60)
                .toList();
        assertThat(orders.getLast().pay(BAD).status()).isEqualTo(402);

        var statuses = AtOnce.all(59, number -> orders.get(number).pay(BAD).status());

        assertThat(statuses).filteredOn(status -> status == 402).hasSize(29);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(30);
    }

    @Test
    void acceptedCardsDoNotCount() {
        var buyer = SignedIn.someone();
        var expiresAt = Instant.now().plus(Duration.ofHours(1));
        var orders = Stream.generate(() -> PlacedOrder.of(buyer, 2500, expiresAt, http, broker))
                .limit(31)
                .toList();

        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(order.payAndClaim("pm_card_visa").status()).isEqualTo(201));
    }
}
