package dev.ticketing.check.invariant;

import dev.ticketing.events.TicketEvent.TicketDelivered;
import org.junit.jupiter.api.Test;

/** Order o2 of the buyer has bought t1; t2 is reserved and t3 available. */
class ContentTest {

    private final Plant deliveries = new Plant(Invariant.DELIVERIES);
    private final Plant codes = new Plant(Invariant.CODES);

    @Test
    void openingByTheBuyerIsFine() {
        deliveries.isTolerated(scene -> open(scene, "o2", "buyer"));
    }

    @Test
    void openingBySomebodyElseIsSeen() {
        deliveries.isSeen(scene -> open(scene, "o2", "other"), "o2", "t1");
    }

    @Test
    void openingWithoutACompleteOrderIsSeen() {
        deliveries.isSeen(scene -> open(scene, "o1", "other"), "o1", "t1");
    }

    @Test
    void codeInTwoListingsIsSeen() {
        codes.isSeen(
                scene -> {
                    scene.ticket("t1", "code", "c0de");
                    scene.ticket("t3", "code", "c0de");
                },
                "t3",
                "t1");
    }

    @Test
    void differentCodesAreFine() {
        codes.isTolerated(scene -> {
            scene.ticket("t1", "code", "c0de");
            scene.ticket("t3", "code", "c1de");
        });
    }

    private static void open(Scene scene, String orderId, String reader) {
        scene.ticket("t1", "version", 5L);
        scene.publish(
                "TICKETS",
                "ticket",
                5,
                906,
                new TicketDelivered(
                        "t1",
                        "Title",
                        1999,
                        "usd",
                        "seller",
                        "sold",
                        orderId,
                        null,
                        reader,
                        Scene.NOON.plusSeconds(906)));
    }
}
