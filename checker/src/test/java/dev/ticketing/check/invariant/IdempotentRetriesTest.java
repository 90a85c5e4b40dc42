package dev.ticketing.check.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.check.evidence.KeyedEffect;
import org.junit.jupiter.api.Test;

class IdempotentRetriesTest {

    private final Plant plant = new Plant(Invariant.IDEMPOTENCY);

    @Test
    void twoEffectsOfOneKeyAreSeen() {
        plant.isSeen(
                scene -> {
                    retry(scene, 201, "o2", "t1", "body");
                    retry(scene, 201, "o3", "t1", "body");
                },
                "o2",
                "o3");
    }

    @Test
    void anotherResponseToTheSameRequestIsSeen() {
        plant.isSeen(
                scene -> {
                    retry(scene, 201, "o2", "t1", "created");
                    retry(scene, 201, "o2", "t1", "complete");
                },
                "key");
    }

    @Test
    void anotherStatusIsSeen() {
        plant.isSeen(
                scene -> {
                    retry(scene, 201, "o2", "t1", "body");
                    retry(scene, 200, "o2", "t1", "body");
                },
                "key");
    }

    @Test
    void keyThatServesTwoRequestsIsSeen() {
        plant.isSeen(
                scene -> {
                    retry(scene, 201, "o2", "t1", "body");
                    retry(scene, 201, "o2", "t2", "body");
                },
                "key");
    }

    @Test
    void sameResponseRefusalOfAnotherBodyAndNoResponseAreFine() {
        plant.isTolerated(scene -> {
            retry(scene, 0, null, "t1", null);
            retry(scene, 201, "o2", "t1", "body");
            retry(scene, 201, "o2", "t1", "body");
            retry(scene, 422, null, "t2", "other body");
            retry(scene, 503, null, "t1", "away");
        });
    }

    @Test
    void twoDocumentsOfOneKeyAreSeen() {
        plant.isSeen(
                scene -> {
                    scene.keyedEffects.add(new KeyedEffect("orders.orders", "o2", "buyer:POST /api/orders:key"));
                    scene.keyedEffects.add(new KeyedEffect("orders.orders", "o3", "buyer:POST /api/orders:key"));
                },
                "o2",
                "o3");
    }

    @Test
    void missingUniqueIndexIsSeen() {
        plant.isSeen(scene -> scene.missingIndexes.add("orders.orders.madeBy"), "orders.orders.madeBy");
    }

    @Test
    void withoutKeysItIsNotSaidToHold() {
        assertThat(Invariant.IDEMPOTENCY.unjudged(Scene.sound().evidence())).contains("no request had a key");
    }

    @Test
    void withoutResponsesItIsNotReportedAsHolding() {
        var scene = Scene.sound();
        scene.keyedEffects.add(new KeyedEffect("orders.orders", "o2", "buyer:POST /api/orders:key"));

        assertThat(Invariant.IDEMPOTENCY.unjudged(scene.evidence()))
                .hasValueSatisfying(why -> assertThat(why).contains("1 keys"));
    }

    private static void retry(Scene scene, int status, String id, String request, String answer) {
        var plain = Scene.answer("buyer", "POST", "/api/orders", "t1", status, id);
        scene.answers.add(Changed.in(
                Changed.in(Changed.in(plain, "idempotencyKey", "key"), "request", request), "answer", answer));
    }
}
