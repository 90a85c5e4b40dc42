package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.DeadLetter;
import dev.ticketing.check.evidence.Expectations;
import dev.ticketing.check.evidence.Malformed;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoisonOnlyTest {

    private final Plant plant = new Plant(Invariant.DEAD_LETTERS);

    @Test
    void letterThatIsNoPoisonIsSeen() {
        plant.isSeen(scene -> letter(scene, "tickets-service-orders", "ORDERS:2"), "ORDERS:2");
    }

    @Test
    void poisonWithoutADeadLetterOfOneConsumerIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.malformed.add(new Malformed("ORDERS:99", null));
                    letter(scene, "tickets-service-orders", "ORDERS:99");
                    letter(scene, "expiration-service-orders", "ORDERS:99");
                },
                "ORDERS:99");
    }

    @Test
    void poisonWithoutADeadLetterIsSeen() {
        plant.isSeen(scene -> scene.expectations = new Expectations(Set.of("PAYMENTS:7"), null), "PAYMENTS:7");
    }

    @Test
    void lettersOfAnotherMessageAreSeenBesideThePoison() {
        plant.isSeen(
                scene -> {
                    scene.malformed.add(new Malformed("TICKETS:99", null));
                    letter(scene, "orders-service-tickets", "TICKETS:99");
                    letter(scene, "orders-service-tickets", "TICKETS:98");
                },
                "TICKETS:98");
    }

    @Test
    void buriedPoisonIsFine() {
        plant.isTolerated(scene -> {
            scene.malformed.add(new Malformed("TICKETS:99", null));
            letter(scene, "orders-service-tickets", "TICKETS:99");
            scene.expectations = new Expectations(Set.of("PAYMENTS:7"), null);
            letter(scene, "orders-service-payments", "PAYMENTS:7");
        });
    }

    @Test
    void poisonThatWasSentAgainConcernsItsAddresseeAlone() {
        plant.isTolerated(scene -> {
            scene.malformed.add(new Malformed("ORDERS:99", "tickets-service-orders"));
            letter(scene, "tickets-service-orders", "ORDERS:99");
        });
    }

    private static void letter(Scene scene, String consumer, String position) {
        scene.deadLetters.add(new DeadLetter(consumer, position, "unreadable"));
    }
}
