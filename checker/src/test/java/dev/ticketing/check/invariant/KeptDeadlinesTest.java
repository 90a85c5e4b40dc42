package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.evidence.Order;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptDeadlinesTest {

    @Test
    void expiryBeforeThePublishedDeadlineIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.order("o1", "expiresAt", Scene.NOON.plusSeconds(800));
                    recordExpiry(scene, 801_000);
                },
                "o1");
    }

    @Test
    void fiveSecondsBeginWhenTheSuiteIsBack() {
        plant.isTolerated(scene -> {
            scene.starts.add(Scene.NOON.plusSeconds(DEADLINE_OF_O1 + 3600));
            recordExpiry(scene, (DEADLINE_OF_O1 + 3605) * 1000);
        });
    }

    @Test
    void lateExpiryAfterTheSuiteIsBackIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.starts.add(Scene.NOON.plusSeconds(DEADLINE_OF_O1 + 3600));
                    recordExpiry(scene, (DEADLINE_OF_O1 + 3605) * 1000 + 1);
                },
                "o1");
    }

    private static final long DEADLINE_OF_O1 = 900;
    private static final long DEADLINE_OF_O3 = 1001 + 900;

    private final Plant plant = new Plant(Invariant.DEADLINES);

    @Test
    void unpaidOrderAfterItsDeadlineIsSeen() {
        plant.isSeen(
                scene -> scene.takenAt =
                        Scene.NOON.plusSeconds(DEADLINE_OF_O3 + 5).plusMillis(1),
                "o3");
    }

    @Test
    void fiveSecondsAreGranted() {
        plant.isTolerated(scene -> scene.takenAt = Scene.NOON.plusSeconds(DEADLINE_OF_O3 + 5));
    }

    @Test
    void claimedOrderThatIsNeverPaidIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.order("o3", "status", Order.Status.AWAITING_PAYMENT);
                    scene.takenAt = Scene.NOON.plusSeconds(DEADLINE_OF_O3 + 6);
                },
                "o3");
    }

    @Test
    void earlyExpiryIsSeen() {
        plant.isSeen(scene -> recordExpiry(scene, DEADLINE_OF_O1 * 1000 - 1), "o1");
    }

    @Test
    void expiryAtTheDeadlineIsFine() {
        plant.isTolerated(scene -> recordExpiry(scene, DEADLINE_OF_O1 * 1000));
    }

    @Test
    void lateExpiryIsSeen() {
        plant.isSeen(scene -> recordExpiry(scene, (DEADLINE_OF_O1 + 5) * 1000 + 1), "o1");
    }

    @Test
    void lateExpiryIsCheckedOnlyIfRequested() {
        plant.isTolerated(scene -> {
            recordExpiry(scene, (DEADLINE_OF_O1 + 3600) * 1000);
            scene.expectations = new Expectations(Set.of(), null);
        });
    }

    private static void recordExpiry(Scene scene, long millis) {
        scene.event("order:o1:1", event -> Changed.in(event, "recordedAt", Scene.NOON.plus(Duration.ofMillis(millis))));
    }
}
