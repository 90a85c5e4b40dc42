package dev.ticketing.payments.order;

import static dev.ticketing.payments.order.OrderFixture.CANCELLED;
import static dev.ticketing.payments.order.OrderFixture.CLAIMED;
import static dev.ticketing.payments.order.OrderFixture.COMPLETED;
import static dev.ticketing.payments.order.OrderFixture.CREATED;
import static dev.ticketing.payments.order.OrderFixture.DEADLINE;
import static dev.ticketing.payments.order.OrderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrderTest {

    private final Order order = OrderFixture.created();

    @Test
    void createdOrderIsPayableBeforeItsDeadline() {
        assertThatCode(() -> order.requirePayable(NOW)).doesNotThrowAnyException();
        assertThatCode(() -> order.requirePayable(DEADLINE.minusMillis(1))).doesNotThrowAnyException();
    }

    @Test
    void orderIsPayableAtItsDeadlineAsOurClockMayBeAhead() {
        assertThatCode(() -> order.requirePayable(DEADLINE.plus(Duration.ofMinutes(5))))
                .doesNotThrowAnyException();
    }

    @Test
    void orderIsNotPayableLongAfterItsDeadline() {
        assertThatThrownBy(() -> order.requirePayable(DEADLINE.plus(Duration.ofMinutes(6))))
                .isInstanceOf(OrderNotPayable.class)
                .hasMessageContaining("expired at " + DEADLINE);
    }

    @Test
    void cancelledOrderIsNotPayable() {
        order.apply(CANCELLED, 1);

        assertThat(order.isCancelled()).isTrue();
        assertThatThrownBy(() -> order.requirePayable(NOW)).hasMessageContaining("is cancelled");
    }

    @Test
    void claimedOrderIsNotPayableAgain() {
        order.apply(CLAIMED, 1);

        assertThat(order.isAwaitingPayment()).isTrue();
        assertThatThrownBy(() -> order.requirePayable(NOW)).hasMessageContaining("is already being paid");
    }

    @Test
    void completeOrderIsNotPayable() {
        order.apply(CLAIMED, 1);
        order.apply(COMPLETED, 2);

        assertThat(order.isAwaitingPayment()).isFalse();
        assertThatThrownBy(() -> order.requirePayable(NOW)).hasMessageContaining("is already paid");
    }

    @Test
    void whatIsOlderThanTheReplicaIsIgnored() {
        order.apply(CANCELLED, 1);

        order.apply(CREATED, 0);

        assertThat(order.isCancelled()).isTrue();
    }
}
