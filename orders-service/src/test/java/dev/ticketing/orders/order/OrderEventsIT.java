package dev.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.ExpirationEvent.ExpirationComplete;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import java.time.Duration;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class OrderEventsIT extends OrderStories {

    private static final String PAYMENTS = "orders-service-payments";

    private final String payment = new ObjectId().toHexString();

    @Test
    void authorizedPaymentClaimsTheOrder() {
        var order = placedOrder();

        broker.publish(authorized(order), 0);

        assertThat(broker.await(OrderAwaitingPayment.class, order.id()).paymentId())
                .isEqualTo(payment);
    }

    @Test
    void capturedPaymentCompletesTheOrder() {
        var order = placedOrder();

        broker.publish(authorized(order), 0);
        broker.publish(captured(order), 1);

        assertThat(broker.await(OrderCompleted.class, order.id()).ticket().id())
                .isEqualTo(order.ticket().id());
        assertThat(reload(order).version()).isEqualTo(2);
    }

    @Test
    void paymentEventsInTheWrongOrderEndTheSame() {
        var order = placedOrder();

        broker.publish(captured(order), 1);
        broker.publish(authorized(order), 0);

        broker.await(OrderCompleted.class, order.id());
        assertThat(reload(order).status()).isEqualTo(OrderStatus.COMPLETE);
    }

    @Test
    void repeatedPaymentEventsChangeNothing() {
        var order = placedOrder();
        broker.publish(authorized(order), 0);
        broker.publish(captured(order), 1);
        broker.await(OrderCompleted.class, order.id());

        broker.publishAgain(authorized(order), 0);
        broker.publishAgain(captured(order), 1);

        broker.awaitSettled(PAYMENTS);
        assertThat(reload(order).version()).isEqualTo(2);
    }

    @Test
    void refusedCaptureFreesTheTicket() {
        var order = placedOrder();

        broker.publish(authorized(order), 0);
        broker.publish(new PaymentFailed(payment, order.id(), "capture-refused"), 1);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("payment-failed");
        assertThat(orders.findByActiveTicketId(order.ticket().id())).isEmpty();
    }

    @Test
    void paymentAuthorizedTooLateFindsTheOrderExpired() {
        var order = placedOrder();
        clock.advance(Duration.ofMinutes(15));

        broker.publish(authorized(order), 0);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("expired");
    }

    @Test
    void timerExpiresAnOverdueOrder() {
        var order = placedOrder();
        clock.advance(Duration.ofMinutes(15));

        broker.publish(new ExpirationComplete(order.id()), 0);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("expired");
    }

    @Test
    void timerThatIsEarlyComesAgainUntilTheOrderIsOverdue() {
        var order = placedOrder();

        broker.publish(new ExpirationComplete(order.id()), 0);
        broker.publishAgain(new ExpirationComplete(order.id()), 0);

        assertThat(reload(order).status()).isEqualTo(OrderStatus.CREATED);
    }

    @Test
    void timerOfACompleteOrderChangesNothing() {
        var order = placedOrder();
        broker.publish(authorized(order), 0);
        broker.publish(captured(order), 1);
        broker.await(OrderCompleted.class, order.id());
        clock.advance(Duration.ofMinutes(15));

        broker.publish(new ExpirationComplete(order.id()), 0);
        broker.publishAgain(new ExpirationComplete(order.id()), 0);

        broker.awaitSettled("orders-service-expirations");
        assertThat(reload(order).status()).isEqualTo(OrderStatus.COMPLETE);
    }

    @Test
    void sweepExpiresWhatTheTimersMissed() {
        var order = placedOrder();

        clock.advance(Duration.ofMinutes(15).plusSeconds(3));

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("expired");
    }

    @Test
    void withdrawnTicketCancelsItsOrder() {
        var order = placedOrder();

        broker.publish(withdrawn(order), 1);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("ticket-unavailable");
    }

    @Test
    void repeatedWithdrawalChangesNothing() {
        var order = placedOrder();
        broker.publish(withdrawn(order), 1);
        broker.await(OrderCancelled.class, order.id());

        broker.publishAgain(withdrawn(order), 1);

        broker.awaitSettled("orders-service-tickets");
        assertThat(reload(order).version()).isEqualTo(1);
    }

    @Test
    void withdrawalThatIsAheadOfTheEditBeforeItWaits() {
        var order = placedOrder();

        broker.publish(withdrawn(order), 2);
        broker.publish(edited(order), 1);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("ticket-unavailable");
    }

    @Test
    void buyerPaysThePriceAtWhichTheyOrdered() {
        var order = placedOrder();

        broker.publish(edited(order), 1);

        broker.awaitSettled("orders-service-tickets");
        assertThat(reload(order).ticket().priceMinor()).isEqualTo(1999);
    }

    private PaymentAuthorized authorized(Order order) {
        return new PaymentAuthorized(payment, order.id(), 1999, "usd");
    }

    private PaymentCreated captured(Order order) {
        return new PaymentCreated(payment, order.id(), "pi_1", 1999, "usd");
    }

    private TicketUpdated withdrawn(Order order) {
        return new TicketUpdated(order.ticket().id(), "Front row", 1999, "usd", SELLER, "withdrawn", null);
    }

    private TicketUpdated edited(Order order) {
        return new TicketUpdated(order.ticket().id(), "Second row", 999, "usd", SELLER, "available", null);
    }
}
