package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.TicketReference;
import org.junit.jupiter.api.Test;

class LegalHistoriesTest {

    private static final TicketReference T1 = new TicketReference("t1");

    private final Plant plant = new Plant(Invariant.LEGAL_HISTORIES);

    @Test
    void gapIsSeen() {
        plant.isSeen(scene -> scene.events.removeIf(event -> event.id().equals("ticket:t1:3")), "ticket:t1");
    }

    @Test
    void missingBeginningIsSeen() {
        plant.areSeen(
                scene -> scene.events.removeIf(event -> event.id().equals("payment:p2:0")), "payment:p2", "payment:p2");
    }

    @Test
    void eventThatWasNeverPublishedIsSeen() {
        plant.isSeen(scene -> scene.order("o3", "version", 1L), "order:o3");
    }

    @Test
    void aggregateWithoutAnyEventIsSeen() {
        plant.isSeen(scene -> scene.events.removeIf(event -> event.aggregateId().equals("t3")), "ticket:t3");
    }

    @Test
    void eventsOfNothingAreSeen() {
        plant.isSeen(scene -> scene.tickets.removeIf(ticket -> ticket.id().equals("t3")), "ticket:t3");
    }

    @Test
    void twoEventsOfOneVersionAreSeen() {
        plant.isSeen(
                scene -> scene.publish("ORDERS", "order", 1, 905, new OrderCancelled("o2", "buyer", T1)),
                "order:o2",
                "ORDERS:10",
                "ORDERS:18");
    }

    @Test
    void repeatedMessageWithAnotherBodyIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.storedTwice("order:o3:0");
                    scene.events.addLast(Changed.in(scene.events.removeLast(), "body", "another price"));
                },
                "order:o3",
                "ORDERS:15",
                "ORDERS:1000");
    }

    @Test
    void timerThatSpeaksTwiceIsFine() {
        plant.isTolerated(scene -> {
            scene.storedTwice("expiration:o1:0");
            scene.events.addLast(Changed.in(scene.events.removeLast(), "body", "another time"));
        });
    }

    @Test
    void illegalTransitionIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.publish("ORDERS", "order", 1, 1002, new OrderCompleted("o3", "p3", T1));
                    scene.order("o3", "version", 1L);
                    scene.order("o3", "status", Order.Status.COMPLETE);
                },
                "order:o3");
    }

    @Test
    void eventAfterATerminalStateIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.publish("ORDERS", "order", 3, 950, new OrderCancelled("o2", "buyer", T1));
                    scene.order("o2", "version", 3L);
                    scene.order("o2", "status", Order.Status.CANCELLED);
                },
                "order:o2");
    }

    @Test
    void ticketSoldAndFreeAgainIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.update("t1", 5, "available", null, 950);
                    scene.ticket("t1", "version", 5L);
                    scene.ticket("t1", "status", Ticket.Status.AVAILABLE);
                },
                "ticket:t1");
    }

    @Test
    void stateThatNoEventToldIsSeen() {
        plant.isSeen(scene -> scene.payment("status", Payment.Status.REFUNDED), "payment:p2");
    }

    @Test
    void wrongMessageIdIsSeen() {
        plant.isSeen(
                scene -> scene.event("order:o3:0", event -> Changed.in(event, "id", "order:o3:7")),
                "order:o3",
                "ORDERS:15");
    }
}
