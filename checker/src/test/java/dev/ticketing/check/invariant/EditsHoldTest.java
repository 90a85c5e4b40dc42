package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Order;
import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketEvent.TicketUpdated;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditsHoldTest {

    private final Plant plant = new Plant(Invariant.EDITS);

    @Test
    void orderThatGotItsHoldAlthoughItIsOlderThanTheEditIsSeen() {
        plant.isSeen(
                scene -> {
                    edit(scene, 1, 4000);
                    scene.place("o9", "t3", 1100);
                    hold(scene, 2, 4000);
                },
                "o9",
                "t3");
    }

    @Test
    void orderOlderThanAnEditOfTheSeatIsSeen() {
        plant.isSeen(
                scene -> {
                    var seat = new TicketDetails(
                            null, new TicketDetails.Seat("B", null, null), null, null, List.of(), null);
                    scene.publish(
                            "TICKETS",
                            "ticket",
                            1,
                            1001,
                            new TicketUpdated("t3", "Title", 1999, "usd", "seller", "available", null, seat));
                    scene.orders.add(Scene.order("o9", "buyer", Order.Status.CREATED, "t3", 1100, 0));
                    scene.place("o9", "t3", 1100);
                },
                "o9",
                "t3");
    }

    @Test
    void activeOrderThatIsOlderThanTheEditIsSeen() {
        plant.isSeen(
                scene -> {
                    edit(scene, 1, 4000);
                    scene.place("o9", "t3", 1100);
                    scene.orders.add(Scene.order("o9", "buyer", Order.Status.COMPLETE, "t3", 1100, 2));
                },
                "o9",
                "t3");
    }

    @Test
    void orderThatWasRefusedIsFine() {
        plant.isTolerated(scene -> {
            edit(scene, 1, 4000);
            scene.place("o9", "t3", 1100);
            edit(scene, 2, 4000);
        });
    }

    @Test
    void editAfterTheHoldWasFreedIsFine() {
        plant.isTolerated(scene -> {
            scene.place("o9", "t3", 1100);
            hold(scene, 1, 1999);
            edit(scene, 2, 4000);
        });
    }

    @Test
    void editThatChangesNothingIsNone() {
        plant.isTolerated(scene -> {
            edit(scene, 1, 1999);
            scene.place("o9", "t3", 1100);
            hold(scene, 2, 1999);
        });
    }

    private static void edit(Scene scene, long version, long priceMinor) {
        publish(scene, version, priceMinor, "available", null);
    }

    private static void hold(Scene scene, long version, long priceMinor) {
        publish(scene, version, priceMinor, "reserved", "o9");
    }

    private static void publish(Scene scene, long version, long priceMinor, String status, String orderId) {
        var event = new TicketUpdated("t3", "Title", priceMinor, "usd", "seller", status, orderId);
        scene.publish("TICKETS", "ticket", version, 1000 + version, event);
    }
}
