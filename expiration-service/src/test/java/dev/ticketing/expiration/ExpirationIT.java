package dev.ticketing.expiration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.ExpirationEvent.ExpirationComplete;
import dev.ticketing.events.OrderEvent;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ExpirationIT {

    private static final String CONSUMER = "expiration-service-orders";
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final TicketReference TICKET = new TicketReference("5f0000000000000000000001");

    @Autowired
    Broker broker;

    @Autowired
    MovableClock clock;

    @Autowired
    Timers timers;

    @Autowired
    ExpirationSettings settings;

    @Autowired
    RedissonClient redisson;

    @Autowired
    RestTestClient http;

    String orderId = UUID.randomUUID().toString();

    @Test
    void timerFiresAfterTheDeadline() {
        var deadline = clock.instant().plusMillis(500);
        broker.publish(created(deadline), 0);

        broker.await(ExpirationComplete.class, orderId);

        assertThat(clock.instant()).isAfterOrEqualTo(deadline);
        await().untilAsserted(() -> assertThat(timers.contains(orderId)).isFalse());
    }

    @Test
    void timerIsNotDueBeforeTheDeadline() {
        var deadline = clock.instant().plus(WINDOW);
        broker.publish(created(deadline), 0);
        broker.awaitSettled(CONSUMER);

        assertThat(timers.claimDue(deadline.minusMillis(1), 1000)).doesNotContain(orderId);
        assertThat(timers.claimDue(deadline, 1000)).contains(orderId);
    }

    @Test
    void deadlineBetweenTwoMillisecondsIsRoundedUp() {
        var deadline = Instant.parse("2100-01-01T00:00:00.000000001Z");
        timers.set(orderId, deadline);

        assertThat(timers.claimDue(deadline, 1000)).doesNotContain(orderId);
        assertThat(timers.claimDue(deadline.plusMillis(1), 1000)).contains(orderId);
        timers.remove(orderId);
    }

    @Test
    void timerThatIsLongOverdueFiresAtOnce() {
        broker.publish(created(clock.instant().minus(Duration.ofHours(1))), 0);

        broker.await(ExpirationComplete.class, orderId);
    }

    @Test
    void cancelledOrderHasNoTimer() {
        assertEndRemovesTheTimer(new OrderCancelled(orderId, "buyer", TICKET), 1);
    }

    @Test
    void completedOrderHasNoTimer() {
        broker.publish(new OrderAwaitingPayment(orderId, "p", TICKET), 1);
        assertEndRemovesTheTimer(new OrderCompleted(orderId, "p", TICKET), 2);
    }

    private void assertEndRemovesTheTimer(OrderEvent end, long version) {
        broker.publish(created(clock.instant().plus(WINDOW)), 0);
        broker.awaitSettled(CONSUMER);
        assertThat(timers.contains(orderId)).isTrue();

        broker.publish(end, version);
        broker.publishAgain(end, version);
        broker.awaitSettled(CONSUMER);

        assertThat(timers.contains(orderId)).isFalse();
        clock.advance(WINDOW);
        awaitTheNextTimer();
        assertThat(broker.events(ExpirationComplete.class, orderId)).isEmpty();
    }

    @Test
    void repeatedOrderFiresOnce() {
        var created = created(clock.instant().plusMillis(300));
        broker.publish(created, 0);
        broker.publishAgain(created, 0);
        broker.await(ExpirationComplete.class, orderId);

        broker.publishAgain(created, 0);
        broker.awaitSettled(CONSUMER);
        await().until(() -> !timers.contains(orderId));

        assertThat(broker.events(ExpirationComplete.class, orderId)).hasSize(1);
    }

    @Test
    void repeatedEventOfAFinishedOrderMayFire() {
        broker.publish(new OrderCancelled(orderId, "buyer", TICKET), 1);
        broker.awaitSettled(CONSUMER);

        broker.publish(created(clock.instant()), 0);

        broker.await(ExpirationComplete.class, orderId);
    }

    @Test
    void timerWhoseClaimantDiedBeforeThePublicationFiresAfterTheLease() {
        claimAndDie();

        clock.advance(settings.lease());

        broker.await(ExpirationComplete.class, orderId);
    }

    @Test
    void timerWhoseClaimantDiedAfterThePublicationIsRemovedAndNotPublishedTwice() {
        claimAndDie();
        broker.publish(new ExpirationComplete(orderId), 0);

        clock.advance(settings.lease());

        await().until(() -> !timers.contains(orderId));
        assertThat(broker.events(ExpirationComplete.class, orderId)).hasSize(1);
    }

    /** Acts as another instance whose clock is ahead by the window. */
    private void claimAndDie() {
        var deadline = clock.instant().plus(WINDOW);
        timers.set(orderId, deadline);
        assertThat(timers.claimDue(deadline, 1000)).contains(orderId);
        clock.advance(WINDOW);
        awaitTheNextTimer();
        assertThat(broker.events(ExpirationComplete.class, orderId)).isEmpty();
    }

    @Test
    void manyDueAtOnceAllFire() {
        var deadline = clock.instant().plus(WINDOW);
        var orderIds =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(1200).toList();
        orderIds.forEach(id -> timers.set(id, deadline));

        clock.advance(WINDOW);

        await().untilAsserted(() -> assertThat(broker.events(ExpirationComplete.class))
                .extracting(ExpirationComplete::orderId)
                .containsAll(orderIds));
    }

    @Test
    void timersThatRedisHasLostAreRebuilt() {
        var over = UUID.randomUUID().toString();
        broker.publish(created(over, clock.instant().plus(WINDOW)), 0);
        broker.publish(new OrderCancelled(over, "buyer", TICKET), 1);
        broker.publish(created(clock.instant().plus(WINDOW)), 0);
        broker.awaitSettled(CONSUMER);
        await().until(timers::areComplete);

        redisson.getKeys().flushdb();

        await().until(timers::areComplete);
        assertThat(timers.contains(orderId)).isTrue();
        assertThat(timers.contains(over)).isFalse();
        clock.advance(WINDOW);
        broker.await(ExpirationComplete.class, orderId);
    }

    @Test
    void timersOfAnotherRunOfRedisAreRebuilt() {
        broker.publish(created(clock.instant().plus(WINDOW)), 0);
        broker.awaitSettled(CONSUMER);
        await().until(timers::areComplete);
        timers.remove(orderId);

        timers.markComplete("another-run");

        await().until(timers::areComplete);
        assertThat(timers.contains(orderId)).isTrue();
    }

    @Test
    void serviceIsReadyWithRedisAndNats() {
        http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
        http.get().uri("/readyz").exchange().expectStatus().isOk();
        http.get().uri("/livez").exchange().expectStatus().isOk();
    }

    /** When a timer that is due now fires, all earlier timers have been claimed. */
    private void awaitTheNextTimer() {
        var other = UUID.randomUUID().toString();
        timers.set(other, clock.instant());
        broker.await(ExpirationComplete.class, other);
    }

    private OrderCreated created(Instant expiresAt) {
        return created(orderId, expiresAt);
    }

    private static OrderCreated created(String orderId, Instant expiresAt) {
        return new OrderCreated(orderId, "b", "created", expiresAt, new PricedTicket(TICKET.id(), 0, 2000, "usd"));
    }
}
