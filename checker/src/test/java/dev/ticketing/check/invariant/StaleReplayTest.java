package dev.ticketing.check.invariant;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaleReplayTest {

    private final Plant plant = new Plant(Invariant.REPLAY);

    @Test
    void eventThatWasNotHandledIsSeen() {
        plant.isSeen(scene -> scene.handled.get("tickets-service").put("order:o2", 1L), "order:o2");
    }

    @Test
    void aggregateThatWasNeverHandledIsDetected() {
        plant.isSeen(scene -> scene.handled.get("orders-service").remove("ticket:t3"), "ticket:t3");
    }

    @Test
    void serviceThatHandledNothingIsSeen() {
        plant.areSeen(scene -> scene.handled.get("payments-service").clear(), "order:o1", "order:o2", "order:o3");
    }

    @Test
    void recordThatRunsAheadIsSeen() {
        plant.isSeen(scene -> scene.handled.get("payments-service").put("order:o3", 1L), "order:o3");
    }

    @Test
    void recordOfAnUnpublishedVersionIsSeen() {
        plant.isSeen(scene -> scene.handled.get("orders-service").put("payment:p9", 0L), "payment:p9");
    }

    @Test
    void consumerThatIsGoneIsSeen() {
        plant.areSeen(scene -> scene.consumers.remove("payments-service-orders"), "order:o1", "order:o2", "order:o3");
    }

    @Test
    void documentThatAReplayHasChangedIsSeen() {
        plant.isSeen(
                scene -> scene.changedByReplay = Optional.of(List.of("tickets.tickets t1 by tickets-service-orders")),
                "t1");
    }
}
