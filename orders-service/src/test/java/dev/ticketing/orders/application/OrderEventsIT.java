package dev.ticketing.orders.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.ExpirationEvent.ExpirationComplete;
import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.orders.order.Order;
import dev.ticketing.orders.order.OrderStatus;
import dev.ticketing.orders.order.OrderStories;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderEventsIT extends OrderStories {

    private static final String PAYMENTS = "orders-service-payments";
    private static final String EXPIRATIONS = "orders-service-expirations";

    @Autowired
    MeterRegistry meters;

    private final String payment = new ObjectId().toHexString();

    @Test
    void authorizedPaymentClaimsTheOrder() {
        var order = confirmedOrder();

        broker.publish(authorized(order), 0);

        assertThat(broker.await(OrderAwaitingPayment.class, order.id()).paymentId())
                .isEqualTo(payment);
    }

    @Test
    void capturedPaymentCompletesTheOrder() {
        var order = confirmedOrder();

        broker.publish(authorized(order), 0);
        broker.publish(captured(order), 1);

        assertThat(broker.await(OrderCompleted.class, order.id()).ticket().id())
                .isEqualTo(order.ticket().id());
        assertThat(reload(order).version()).isEqualTo(2);
    }

    @Test
    void paymentEventsInTheWrongOrderEndTheSame() {
        var order = confirmedOrder();

        broker.publish(captured(order), 1);
        broker.publish(authorized(order), 0);

        broker.await(OrderCompleted.class, order.id());
        assertThat(reload(order).status()).isEqualTo(OrderStatus.COMPLETE);
    }

    @Test
    void repeatedPaymentEventsChangeNothing() {
        var order = confirmedOrder();
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
        var order = confirmedOrder();

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
    void timerThatIsEarlyIsTriedAgainAndTheOrderExpiresInTime() {
        var order = placedOrder();

        var triedBefore = settled("RETRY");

        broker.publish(new ExpirationComplete(order.id()), 0);

        await().until(() -> settled("RETRY") > triedBefore);
        assertThat(reload(order).status()).isEqualTo(OrderStatus.CREATED);
        clock.advance(Duration.ofMinutes(15));
        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("expired");
    }

    @Test
    void timerOfACompleteOrderChangesNothing() {
        var order = confirmedOrder();
        broker.publish(authorized(order), 0);
        broker.publish(captured(order), 1);
        broker.await(OrderCompleted.class, order.id());
        clock.advance(Duration.ofMinutes(15));
        var settledBefore = settled("HANDLED", "STALE");

        broker.publish(new ExpirationComplete(order.id()), 0);
        broker.publishAgain(new ExpirationComplete(order.id()), 0);

        // not awaitSettled: another test's early timer is not due for minutes
        await().until(() -> settled("HANDLED", "STALE") >= settledBefore + 2);
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
    void withdrawalThatIsAheadOfTheEventBeforeItWaits() {
        var order = placedOrder();

        broker.publish(withdrawn(order), 2);
        broker.publish(freed(order), 1);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("ticket-unavailable");
    }

    @Test
    void editThatWasFasterThanTheHoldCancelsTheOrder() {
        var order = placedOrder();

        broker.publish(edited(order), 1);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("ticket-changed");
    }

    @Test
    void editThatWasFasterWinsAlsoAgainstAPaymentThatIsAuthorized() {
        var order = placedOrder();
        broker.publish(authorized(order), 0);

        broker.publish(edited(order), 1);
        broker.publishAgain(edited(order), 1);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("ticket-changed");
        broker.awaitSettled(PAYMENTS);
        assertThat(reload(order).version()).isEqualTo(1);
    }

    @Test
    void editThatTheRefusedOrderNeverSawCancelsIt() {
        var order = placedOrder();

        broker.publish(freed(order), 2);
        broker.publish(edited(order), 1);

        assertThat(broker.await(OrderCancelled.class, order.id()).reason()).isEqualTo("ticket-changed");
    }

    @Test
    void authorizedPaymentWaitsUntilTheHoldIsConfirmed() {
        var order = placedOrder();
        var retries = retries();

        broker.publish(authorized(order), 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> retries() > retries);
        assertThat(reload(order).status()).isEqualTo(OrderStatus.CREATED);

        confirm(order);
        assertThat(broker.await(OrderAwaitingPayment.class, order.id()).paymentId())
                .isEqualTo(payment);
    }

    private double retries() {
        return meters.counter(
                        "ticketing.events.delivered",
                        "consumer",
                        PAYMENTS,
                        "subject",
                        "payment.authorized.v1",
                        "outcome",
                        "RETRY")
                .count();
    }

    /** The number of deliveries of timers so far with one of these outcomes. */
    private double settled(String... outcomes) {
        return Stream.of(outcomes)
                .flatMap(outcome -> meters
                        .find("ticketing.events.delivered")
                        .tags("consumer", EXPIRATIONS, "outcome", outcome)
                        .counters()
                        .stream())
                .mapToDouble(Counter::count)
                .sum();
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

    private TicketUpdated freed(Order order) {
        return new TicketUpdated(order.ticket().id(), "Front row", 1999, "usd", SELLER, "available", null);
    }

    private TicketUpdated edited(Order order) {
        return new TicketUpdated(order.ticket().id(), "Second row", 999, "usd", SELLER, "available", null);
    }
}
