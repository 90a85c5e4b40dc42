package dev.ticketing.check.invariant;

import dev.ticketing.events.TicketDetails;
import dev.ticketing.events.TicketDetails.Occasion;
import dev.ticketing.events.TicketEvent.TicketCreated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Order o2 was placed 901 s after noon with a window of 900 s, and claimed 2 s later. */
class SoldBeforeStartTest {

    private static final Instant PLACED = Scene.NOON.plusSeconds(901);
    private static final Instant DEADLINE = PLACED.plusSeconds(900);

    private final Plant plant = new Plant(Invariant.STARTS);

    @Test
    void eventThatBeginsAtTheDeadlineIsFine() {
        plant.isTolerated(scene -> begin(scene, DEADLINE));
    }

    @Test
    void reservationThatOutlastsTheStartIsSeen() {
        plant.isSeen(scene -> begin(scene, DEADLINE.minusMillis(1)), "o2", "t1");
    }

    @Test
    void reservationAfterTheStartIsSeen() {
        plant.isSeen(
                scene -> {
                    begin(scene, DEADLINE);
                    scene.order("o2", "placedAt", DEADLINE);
                },
                "o2",
                "t1");
    }

    @Test
    void saleAtTheStartIsSeen() {
        plant.isSeen(
                scene -> {
                    begin(scene, DEADLINE);
                    scene.order("o2", "claimedAt", DEADLINE);
                },
                "o2",
                "t1");
    }

    @Test
    void captureAfterTheStartOfAnOrderThatWasClaimedBeforeIsFine() {
        plant.isTolerated(scene -> {
            begin(scene, DEADLINE);
            scene.event("order:o2:2", event -> Changed.in(event, "recordedAt", DEADLINE.plus(Duration.ofMinutes(1))));
        });
    }

    /** The first version of t1, which both of its orders have. */
    private static void begin(Scene scene, Instant startsAt) {
        var event = new Occasion("e1", "Hamlet", "Globe", "London", "GB", startsAt, "Europe/London");
        var details = new TicketDetails(event, null, null, null, List.of(), null);
        var listed = new TicketCreated("t1", "Title", 1999, "usd", "seller", "available", details);
        scene.event("ticket:t1:0", stored -> Changed.in(stored, "event", listed));
    }
}
