package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Order;
import dev.ticketing.check.evidence.Payment;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.OrderCompleted;
import dev.ticketing.events.OrderEvent.OrderCreated;
import dev.ticketing.events.OrderEvent.PricedTicket;
import dev.ticketing.events.OrderEvent.TicketReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalHistoriesTest {

    @Test
    void documentThatNoServiceCouldHaveWrittenIsSeen() {
        plant.isSeen(scene -> scene.unreadable.add("orders.orders o9: status BOGUS"), "o9");
    }

    @Test
    void orderWithoutAnyEventIsSeenThoughItHasNoVersion() {
        plant.isSeen(
                scene -> scene.orders.add(Scene.order("o9", "buyer", Order.Status.CANCELLED, "t3", 0, -1)), "order:o9");
    }

    @Test
    void soldTicketMayChangeForItsOrder() {
        plant.isTolerated(scene -> {
            scene.update("t1", 5, "sold", "o2", 906);
            scene.ticket("t1", "version", 5L);
        });
    }

    @Test
    void ticketThatIsSoldToAnotherOrderIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.update("t1", 5, "sold", "o1", 906);
                    scene.ticket("t1", "version", 5L);
                },
                "ticket:t1");
    }

    @Test
    void paymentWithoutAResultIsFine() {
        plant.isTolerated(
                scene -> scene.payments.add(new Payment("p9", "o3", Payment.Status.PENDING, 1999, "usd", null, -1)));
    }

    @ParameterizedTest
    @CsvSource({"userId, other", "ticketId, t3", "priceMinor, 1", "currency, eur", "paymentId, p9"})
    void orderOtherThanInItsEventsIsSeen(String component, String value) {
        plant.areSeen(
                scene -> scene.order("o2", component, component.equals("priceMinor") ? (Object) 1L : value),
                component.equals("paymentId") ? new String[] {"order:o2", "order:o2"} : new String[] {"order:o2"});
    }

    @Test
    void deadlineOtherThanInItsEventIsSeen() {
        plant.isSeen(scene -> scene.order("o3", "expiresAt", Scene.NOON), "order:o3");
    }

    @Test
    void reasonOtherThanInItsEventIsSeen() {
        plant.isSeen(scene -> scene.order("o1", "cancelReason", "buyer"), "order:o1");
    }

    @Test
    void titleOtherThanInItsEventIsSeen() {
        plant.isSeen(scene -> scene.ticket("t3", "title", "Another"), "ticket:t3");
    }

    @Test
    void amountOtherThanInItsEventsIsSeen() {
        plant.areSeen(scene -> scene.payment("amountMinor", 5L), "payment:p2", "payment:p2");
    }

    @Test
    void priceOtherThanTheOfferedOneIsSeen() {
        plant.isSeen(
                scene -> {
                    var told = scene.event("order:o3:0");
                    var created = (OrderCreated) told.event();
                    var ticket = new PricedTicket("t2", 0, 5, "usd");
                    scene.event(
                            "order:o3:0", event -> Changed.in(event, "event", Changed.in(created, "ticket", ticket)));
                    scene.order("o3", "priceMinor", 5L);
                },
                "order:o3",
                "ticket:t2");
    }

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
    void eventsWithoutADocumentAreSeen() {
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
    void repeatedTimerIsFine() {
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
                    scene.order("o3", "paymentId", "p3");
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
                    scene.order("o2", "cancelReason", "buyer");
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
    void stateWithoutAnEventIsSeen() {
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
