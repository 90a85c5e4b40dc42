package dev.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatusTest {

    @ParameterizedTest
    @CsvSource({
        "CREATED,          false, true,  false, true",
        "AWAITING_PAYMENT, false, false, true,  true",
        "COMPLETE,         false, false, false, false",
        "CANCELLED,        false, false, false, false"
    })
    void statusIsFollowedByTheLegalOnesOnly(
            OrderStatus from, boolean created, boolean awaitingPayment, boolean complete, boolean cancelled) {
        assertThat(from.mayBecome(OrderStatus.CREATED)).isEqualTo(created);
        assertThat(from.mayBecome(OrderStatus.AWAITING_PAYMENT)).isEqualTo(awaitingPayment);
        assertThat(from.mayBecome(OrderStatus.COMPLETE)).isEqualTo(complete);
        assertThat(from.mayBecome(OrderStatus.CANCELLED)).isEqualTo(cancelled);
    }
}
