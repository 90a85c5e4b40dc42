package dev.ticketing.check.invariant;

import static dev.ticketing.check.evidence.Order.Status.CREATED;

import dev.ticketing.events.OrderEvent.OrderCancelled;
import dev.ticketing.events.OrderEvent.TicketReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneActiveOrderTest {

    private final Plant plant = new Plant(Invariant.ONE_ACTIVE_ORDER);

    @Test
    void twoActiveOrdersOfOneTicketAreSeen() {
        plant.isSeen(scene -> scene.orders.add(Scene.order("o9", "buyer", CREATED, "t2", 1100, 0)), "o3", "o9");
    }

    @Test
    void heldAndSoldAtOnceAreSeen() {
        plant.isSeen(scene -> scene.orders.add(Scene.order("o9", "buyer", CREATED, "t1", 1100, 0)), "o2", "o9");
    }

    @Test
    void overlapThatIsOverIsSeenInTheStream() {
        plant.isSeen(
                scene -> {
                    scene.place("o9", "t1", 100);
                    cancel(scene, "o9", 200);
                },
                "o1",
                "o9");
    }

    @Test
    void everyOrderWithinALongerOneIsSeen() {
        plant.areSeen(
                scene -> {
                    scene.place("o9", "t2", 1100);
                    cancel(scene, "o9", 1101);
                    scene.place("o10", "t2", 1200);
                    cancel(scene, "o10", 1201);
                },
                "o3",
                "o9",
                "o3",
                "o10");
    }

    @Test
    void activeOrderWithoutItsIndexEntryIsSeen() {
        plant.isSeen(scene -> scene.order("o3", "activeTicketId", null), "o3");
    }

    @Test
    void cancelledOrderThatKeepsOthersAwayIsSeen() {
        plant.isSeen(scene -> scene.order("o1", "activeTicketId", "t1"), "o1");
    }

    @Test
    void clockOfOrdersThatIsAheadMakesNoOverlap() {
        plant.isTolerated(scene -> scene.events.replaceAll(event -> event.noun().equals("order")
                ? Changed.in(event, "recordedAt", event.recordedAt().plus(Duration.ofMinutes(5)))
                : event));
    }

    @Test
    void ordersThatFollowEachOtherAreFine() {
        plant.isTolerated(scene -> {
            scene.place("o9", "t3", 100);
            cancel(scene, "o9", 200);
            scene.place("o10", "t3", 200);
        });
    }

    @Test
    void orderThatWasOverBeforeItsCreationWasStoredIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.place("o9", "t2", 1100);
                    cancel(scene, "o9", 1100);
                },
                "o3",
                "o9");
    }

    @Test
    void overlapOfAMillisecondIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.place("o9", "t3", 100);
                    cancel(scene, "o9", 200);
                    scene.place("o10", "t3", 200);
                    stored(
                            scene,
                            "order:o10:0",
                            scene.event("order:o9:1").recordedAt().minusMillis(1));
                },
                "o9",
                "o10");
    }

    @Test
    void overlapBeforeAClockGoesWrongIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.place("o9", "t3", 100);
                    cancel(scene, "o9", 200);
                    scene.place("o10", "t3", 150);
                    for (var i = 0; i < 300; i++) {
                        scene.place("later" + i, "t4" + i, 2000 + i);
                        var ahead = i < 150 ? 0 : 300;
                        scene.event(
                                "order:later" + i + ":0",
                                event -> Changed.in(
                                        event, "recordedAt", event.recordedAt().plusSeconds(ahead)));
                    }
                },
                "o9",
                "o10");
    }

    @Test
    void clockOfOrdersThatIsBehindMakesNoOverlap() {
        plant.isTolerated(scene -> {
            scene.place("o9", "t3", 100);
            cancel(scene, "o9", 200);
            scene.place("o10", "t3", 201);
            cancel(scene, "o10", 202);
            scene.events.replaceAll(event -> event.noun().equals("order")
                    ? Changed.in(event, "recordedAt", event.recordedAt().minus(Duration.ofMinutes(5)))
                    : event);
        });
    }

    @Test
    void clockOfOrdersThatJumpsBackMakesNoOverlap() {
        plant.isTolerated(scene -> {
            scene.place("o9", "t3", 400);
            cancel(scene, "o9", 500);
            scene.place("o10", "t3", 501);
            cancel(scene, "o10", 502);
            for (var behind : List.of("order:o10:0", "order:o10:1")) {
                scene.event(
                        behind,
                        event -> Changed.in(
                                event, "recordedAt", event.recordedAt().minus(Duration.ofMinutes(5))));
            }
        });
    }

    @Test
    void outboxThatWaitsForTheBrokerMakesNoOverlap() {
        plant.isTolerated(scene -> {
            scene.place("o9", "t3", 100);
            cancel(scene, "o9", 200);
            scene.place("o10", "t3", 201);
            scene.event(
                    "order:o9:1",
                    event -> Changed.in(event, "storedAt", event.storedAt().plusSeconds(60)));
        });
    }

    @Test
    void missingUniqueIndexIsSeen() {
        plant.isSeen(scene -> scene.missingIndexes.add("orders.orders.activeTicketId"), "orders.orders.activeTicketId");
    }

    /** Stored at another time, a millisecond after it was recorded. */
    private static void stored(Scene scene, String eventId, Instant at) {
        scene.event(eventId, event -> Changed.in(Changed.in(event, "storedAt", at), "recordedAt", at.minusMillis(1)));
    }

    private static void cancel(Scene scene, String orderId, long second) {
        scene.publish("ORDERS", "order", 1, second, new OrderCancelled(orderId, "buyer", new TicketReference("t1")));
    }
}
