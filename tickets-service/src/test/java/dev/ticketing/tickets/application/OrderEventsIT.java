package dev.ticketing.tickets.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.events.OrderEvent.OrderAwaitingPayment;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.MovableClock;
import dev.ticketing.testing.ServiceTest;
import dev.ticketing.testing.SignedIn;
import dev.ticketing.tickets.ticket.TicketApi;
import dev.ticketing.tickets.ticket.Tickets;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class OrderEventsIT {

    private static final String CONSUMER = "tickets-service-orders";

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Autowired
    Tickets tickets;

    @Autowired
    MovableClock clock;

    SignedIn seller = SignedIn.someone();
    String ticketId;
    String orderId = new ObjectId().toHexString();
    String otherOrderId = new ObjectId().toHexString();

    @BeforeEach
    void listATicket() {
        ticketId = new TicketApi(http).listed(seller, "Concert", "20");
    }

    @Test
    void createdOrderReservesTheTicketOnce() {
        broker.publish(created(orderId), 0);
        awaitTold("reserved");

        broker.publishAgain(created(orderId), 0);
        broker.awaitSettled(CONSUMER);

        assertTicket("reserved", orderId, 1);
        assertTold("reserved");
    }

    @Test
    void createdOrderThatOvertakesTheEndOfTheOneBeforeHoldsTheTicketInTheEnd() {
        broker.publish(created(orderId), 0);
        awaitTold("reserved");

        broker.publish(created(otherOrderId), 0);
        broker.awaitSettled(CONSUMER);
        assertTicket("reserved", orderId, 2);
        broker.publish(cancelled(orderId), 1);
        broker.awaitSettled(CONSUMER);

        assertTicket("reserved", otherOrderId, 3);
        await().untilAsserted(() -> assertTold("reserved", "reserved", "reserved"));
    }

    @Test
    void orderThatIsOverAndComesAfterTheNextOneChangesNothing() {
        broker.publish(created(otherOrderId), 0);
        broker.awaitSettled(CONSUMER);

        broker.publish(created(orderId), 0);
        broker.publish(cancelled(orderId), 1);
        broker.awaitSettled(CONSUMER);
        assertTicket("reserved", otherOrderId, 3);

        broker.publish(completed(otherOrderId), 1);
        broker.awaitSettled(CONSUMER);
        assertTicket("sold", otherOrderId, 4);
    }

    @Test
    void createdOrderOfAWithdrawnTicketMakesTheWithdrawalToldOnceMore() {
        new TicketApi(http).delete(seller, ticketId).expectStatus().isNoContent();

        broker.publish(created(orderId), 0);
        broker.awaitSettled(CONSUMER);
        broker.publishAgain(created(orderId), 0);
        broker.awaitSettled(CONSUMER);

        assertTicket("withdrawn", null, 2);
        await().untilAsserted(() -> assertTold("withdrawn", "withdrawn"));
    }

    @Test
    void createdOrderOfAnUnknownTicketIsADeadLetter() {
        ticketId = new ObjectId().toHexString();

        broker.publish(created(orderId), 0);

        await().untilAsserted(() -> assertThat(broker.deadLetters())
                .filteredOn(letter -> letter.body().contains(orderId))
                .hasSize(1));
    }

    @Test
    void completedOrderBuysTheTicketOnce() {
        broker.publish(created(orderId), 0);
        broker.publish(new OrderAwaitingPayment(orderId, "p", new TicketReference(ticketId)), 1);
        broker.publish(completed(orderId), 2);
        awaitTold("sold");

        broker.publishAgain(completed(orderId), 2);
        broker.awaitSettled(CONSUMER);

        assertTicket("sold", orderId, 2);
        assertTold("reserved", "sold");
    }

    @Test
    void completedOrderThatComesTooEarlyWaitsForItsTurn() {
        broker.publish(completed(orderId), 2);
        broker.publish(new OrderAwaitingPayment(orderId, "p", new TicketReference(ticketId)), 1);
        broker.publish(created(orderId), 0);
        broker.awaitSettled(CONSUMER);

        assertTicket("sold", orderId, 2);
        await().untilAsserted(() -> assertTold("reserved", "sold"));
    }

    @Test
    void completedOrderBuysAWithdrawnTicket() {
        new TicketApi(http).delete(seller, ticketId).expectStatus().isNoContent();

        broker.publish(created(orderId), 0);
        broker.publish(completed(orderId), 1);
        broker.awaitSettled(CONSUMER);

        assertTicket("sold", orderId, 3);
    }

    @Test
    void cancelledOrderFreesTheTicketOnce() {
        broker.publish(created(orderId), 0);
        broker.publish(cancelled(orderId), 1);
        awaitTold("available");

        broker.publishAgain(cancelled(orderId), 1);
        broker.awaitSettled(CONSUMER);

        assertTicket("available", null, 2);
        assertTold("reserved", "available");
    }

    @Test
    void cancelledOrderThatComesTooEarlyWaitsForItsTurn() {
        broker.publish(cancelled(orderId), 1);
        broker.publish(created(orderId), 0);
        broker.awaitSettled(CONSUMER);

        assertTicket("available", null, 2);
        await().untilAsserted(() -> assertTold("reserved", "available"));
    }

    @Test
    void repeatedCancellationDoesNotFreeTheTicketOfTheNextOrder() {
        broker.publish(created(orderId), 0);
        broker.publish(cancelled(orderId), 1);
        broker.awaitSettled(CONSUMER);
        broker.publish(created(otherOrderId), 0);
        broker.awaitSettled(CONSUMER);

        broker.publishAgain(cancelled(orderId), 1);
        broker.awaitSettled(CONSUMER);

        assertTicket("reserved", otherOrderId, 3);
    }

    private OrderCreated created(String orderId) {
        var ticket = new PricedTicket(ticketId, 0, 2000, "usd");
        return new OrderCreated(orderId, "5f00000000000000000000b1", "created", clock.instant(), ticket);
    }

    private OrderCompleted completed(String orderId) {
        return new OrderCompleted(orderId, "p", new TicketReference(ticketId));
    }

    private OrderCancelled cancelled(String orderId) {
        return new OrderCancelled(orderId, "buyer", new TicketReference(ticketId));
    }

    private void awaitTold(String status) {
        broker.await(TicketUpdated.class, ticketId, event -> event.status().equals(status));
    }

    private void assertTold(String... statuses) {
        assertThat(broker.events(TicketUpdated.class, ticketId))
                .extracting(TicketUpdated::status)
                .isEqualTo(List.of(statuses));
    }

    private void assertTicket(String status, String orderId, long version) {
        assertThat(tickets.findById(ticketId)).hasValueSatisfying(ticket -> {
            assertThat(ticket.status()).hasToString(status);
            assertThat(ticket.orderId()).isEqualTo(orderId);
            assertThat(ticket.version()).isEqualTo(version);
        });
    }
}
