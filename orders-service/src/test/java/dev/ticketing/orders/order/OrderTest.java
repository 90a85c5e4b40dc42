package dev.ticketing.orders.order;

import static dev.ticketing.orders.order.OrderFixture.BUYER;
import static dev.ticketing.orders.order.OrderFixture.DEADLINE;
import static dev.ticketing.orders.order.OrderFixture.NOW;
import static dev.ticketing.orders.order.OrderFixture.PAYMENT;
import static dev.ticketing.orders.order.OrderFixture.WINDOW;
import static dev.ticketing.orders.order.OrderFixture.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.orders.order.Order.Step;
import dev.ticketing.orders.ticket.TicketFixture;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class OrderTest {

    @Test
    void placedOrderReservesTheTicketAtItsPriceUntilTheDeadline() {
        var ticket = TicketFixture.available();

        var order = Order.place(ticket, BUYER, NOW, WINDOW);

        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(order.expiresAt()).isEqualTo(DEADLINE);
        assertThat(order.raisedEvents())
                .containsExactly(new OrderCreated(
                        order.id(), BUYER, "created", DEADLINE, new PricedTicket(ticket.id(), 3, 1999, "usd")));
    }

    @Test
    void sellerCannotOrderTheirOwnTicket() {
        var ticket = TicketFixture.available();

        assertThatThrownBy(() -> Order.place(ticket, TicketFixture.SELLER, NOW, WINDOW))
                .isInstanceOf(OwnTicket.class);
    }

    @Test
    void withdrawnTicketCannotBeOrdered() {
        var ticket = TicketFixture.withdrawn();

        assertThatThrownBy(() -> Order.place(ticket, BUYER, NOW, WINDOW)).isInstanceOf(TicketNotForSale.class);
    }

    @Test
    void reservationEndsWhenTheEventBegins() {
        var start = NOW.plus(WINDOW).minusSeconds(1);

        assertThat(Order.place(TicketFixture.beginning(start), BUYER, NOW, WINDOW)
                        .expiresAt())
                .isEqualTo(start);
        assertThat(Order.place(TicketFixture.beginning(start.plusSeconds(2)), BUYER, NOW, WINDOW)
                        .expiresAt())
                .isEqualTo(NOW.plus(WINDOW));
    }

    @Test
    void ticketOfAnEventThatHasBegunCannotBeReserved() {
        assertThatThrownBy(() -> Order.place(TicketFixture.beginning(NOW), BUYER, NOW, WINDOW))
                .isInstanceOfSatisfying(
                        TicketNotForSale.class,
                        refused -> assertThat(refused.code()).isEqualTo("ticket-ended"));
    }

    @Test
    void paymentInTimeClaimsTheOrder() {
        var order = OrderFixture.created();

        order.claim(PAYMENT, held(order), DEADLINE.minusMillis(1));

        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(order.raisedEvents().getLast())
                .isEqualTo(new OrderAwaitingPayment(order.id(), PAYMENT, reference(order)));
        assertThat(order.version()).isEqualTo(1);
    }

    @Test
    void paymentAtTheDeadlineIsTooLate() {
        var order = OrderFixture.created();

        order.claim(PAYMENT, held(order), DEADLINE);

        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.cancelReason()).isEqualTo(CancelReason.EXPIRED);
    }

    @Test
    void capturedPaymentCompletesTheOrderItHasClaimed() {
        var order = OrderFixture.awaitingPayment();

        order.complete(PAYMENT, NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETE);
        assertThat(order.raisedEvents().getLast())
                .isEqualTo(new OrderCompleted(order.id(), PAYMENT, reference(order), BUYER));
    }

    @Test
    void paymentThatHasNotClaimedTheOrderDoesNotCompleteIt() {
        var order = OrderFixture.awaitingPayment();

        order.complete("another", NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    }

    @Test
    void refusedCaptureCancelsTheOrderItHasClaimed() {
        var order = OrderFixture.awaitingPayment();

        order.paymentFailed(PAYMENT, NOW);

        assertThat(order.cancelReason()).isEqualTo(CancelReason.PAYMENT_FAILED);
    }

    @Test
    void buyerMayCancelUntilThePaymentClaims() {
        var order = OrderFixture.created();

        order.cancelByBuyer(NOW);

        assertThat(order.cancelReason()).isEqualTo(CancelReason.BUYER);
        assertThat(order.raisedEvents().getLast()).isEqualTo(new OrderCancelled(order.id(), "buyer", reference(order)));
    }

    @ParameterizedTest
    @FieldSource("PAID_OR_BEING_PAID")
    void paidOrderCannotBeCancelledByTheBuyer(Supplier<Order> paid) {
        var order = paid.get();

        assertThatThrownBy(() -> order.cancelByBuyer(NOW)).isInstanceOf(OrderNotCancellable.class);
    }

    static final List<Supplier<Order>> PAID_OR_BEING_PAID =
            List.of(OrderFixture::awaitingPayment, OrderFixture::complete);

    @Test
    void undecidedOrderExpiresAtTheDeadlineAndNotBefore() {
        var order = OrderFixture.created();

        order.expire(DEADLINE.minusMillis(1));
        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);

        order.expire(DEADLINE);
        assertThat(order.cancelReason()).isEqualTo(CancelReason.EXPIRED);
    }

    @Test
    void claimedOrderDoesNotExpire() {
        var order = OrderFixture.awaitingPayment();

        order.expire(DEADLINE.plusSeconds(1));

        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    }

    @Test
    void withdrawnTicketTakesAnUndecidedOrderWithIt() {
        var order = OrderFixture.created();

        order.ticketWithdrawn(NOW);

        assertThat(order.cancelReason()).isEqualTo(CancelReason.TICKET_UNAVAILABLE);
    }

    @Test
    void claimOutlivesTheWithdrawalOfTheTicket() {
        var order = OrderFixture.awaitingPayment();

        order.ticketWithdrawn(NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    }

    @Test
    void orderWithoutAConfirmedHoldCannotBePaid() {
        var order = OrderFixture.created();

        assertThatThrownBy(() -> order.claim(PAYMENT, TicketFixture.available(), NOW))
                .isInstanceOf(HoldNotConfirmed.class);
        assertThatThrownBy(() ->
                        order.claim(PAYMENT, TicketFixture.heldBy(order.ticket().id(), "another"), NOW))
                .isInstanceOf(HoldNotConfirmed.class);
        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
    }

    @Test
    void editThatWasFasterCancelsTheOrder() {
        var order = OrderFixture.created();

        order.ticketEdited(TicketFixture.edited(order.ticket().id()), NOW);

        assertThat(order.cancelReason()).isEqualTo(CancelReason.TICKET_CHANGED);
    }

    @Test
    void ticketThatWasFreedAsItIsKeepsTheOrder() {
        var order = OrderFixture.created();

        order.ticketEdited(TicketFixture.available(), NOW);

        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
    }

    static final List<Consumer<Order>> EVERYTHING_THAT_HAPPENS_BY_ITSELF = List.of(
            order -> order.claim(PAYMENT, held(order), NOW),
            order -> order.claim(PAYMENT, held(order), DEADLINE),
            order -> order.complete(PAYMENT, NOW),
            order -> order.paymentFailed(PAYMENT, NOW),
            order -> order.expire(DEADLINE.plusSeconds(1)),
            order -> order.ticketWithdrawn(NOW),
            order -> order.ticketEdited(TicketFixture.edited(order.ticket().id()), NOW));

    @ParameterizedTest
    @FieldSource("EVERYTHING_THAT_HAPPENS_BY_ITSELF")
    void completeOrderNeverChanges(Consumer<Order> happening) {
        var order = OrderFixture.complete();

        happening.accept(order);

        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETE);
        assertThat(order.version()).isEqualTo(2);
    }

    @ParameterizedTest
    @FieldSource("EVERYTHING_THAT_HAPPENS_BY_ITSELF")
    void cancelledOrderNeverChanges(Consumer<Order> happening) {
        var order = OrderFixture.cancelled();

        happening.accept(order);
        order.cancelByBuyer(NOW);

        assertThat(order.cancelReason()).isEqualTo(CancelReason.BUYER);
        assertThat(order.version()).isEqualTo(1);
    }

    @Test
    void historyHasEachChangeAndItsTime() {
        var order = OrderFixture.created();

        order.claim(PAYMENT, held(order), NOW.plusSeconds(60));
        order.complete(PAYMENT, NOW.plusSeconds(61));

        assertThat(order.history())
                .containsExactly(
                        new Step(NOW, OrderStatus.CREATED, null),
                        new Step(NOW.plusSeconds(60), OrderStatus.AWAITING_PAYMENT, null),
                        new Step(NOW.plusSeconds(61), OrderStatus.COMPLETE, null));
    }

    @Test
    void storyOfALostOrderEndsWithTheReason() {
        var order = OrderFixture.created();

        order.expire(DEADLINE);
        order.expire(DEADLINE.plusSeconds(1));

        assertThat(order.history())
                .containsExactly(
                        new Step(NOW, OrderStatus.CREATED, null),
                        new Step(DEADLINE, OrderStatus.CANCELLED, CancelReason.EXPIRED));
    }

    private static TicketReference reference(Order order) {
        return new TicketReference(order.ticket().id());
    }
}
