package dev.ticketing.stripesandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private final Delivery first = new Delivery("whd_1", "evt_1", "payment_intent.created", 0, 0);

    @Test
    void pausesGrowUpToAMinute() {
        var second = first.failed(0);
        assertThat(second.dueAtMillis()).isEqualTo(500);
        assertThat(second.failed(0).dueAtMillis()).isEqualTo(1000);

        var late = new Delivery("whd_1", "evt_1", "payment_intent.created", 60, 0);

        assertThat(late.failed(0).dueAtMillis()).isEqualTo(60_000);
    }

    @Test
    void goesOnForHoursBeforeItGivesUp() {
        var delivery = first;
        while (!delivery.givenUp()) {
            delivery = delivery.failed(delivery.dueAtMillis());
        }

        assertThat(Duration.ofMillis(delivery.dueAtMillis())).isGreaterThan(Duration.ofHours(3));
    }
}
