package dev.ticketing.expiration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.messaging.RetryLater;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.boot.health.contributor.Status;

class RedisAwayIT {

    private static final TicketReference TICKET = new TicketReference("t");

    /** Has the port and does not listen there. */
    final Socket nobody = new Socket();

    RedissonClient redisson;
    Timers timers;

    @BeforeEach
    void connectToNobody() throws IOException {
        nobody.bind(new InetSocketAddress("localhost", 0));
        redisson = RedisConfiguration.connect("redis://localhost:" + nobody.getLocalPort());
        timers = new Timers(redisson, new ExpirationSettings(Duration.ofSeconds(10), Duration.ofDays(1)));
    }

    @AfterEach
    void shutdown() throws IOException {
        redisson.shutdown();
        nobody.close();
    }

    @Test
    void eventsComeBackLater() {
        var handler = new OrderEventHandler(timers);
        var created = new OrderCreated("o", "b", "created", Instant.EPOCH, new PricedTicket("t", 0, 2000, "usd"));

        assertThatExceptionOfType(RetryLater.class).isThrownBy(() -> handler.on(created));
        assertThatExceptionOfType(RetryLater.class)
                .isThrownBy(() -> handler.on(new OrderCancelled("o", "buyer", TICKET)));
        assertThatExceptionOfType(RetryLater.class).isThrownBy(() -> handler.on(new OrderCompleted("o", "p", TICKET)));
    }

    @Test
    void serviceIsNotReady() {
        var health = new RedisConfiguration().redisHealthIndicator(timers).health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    }
}
