package dev.ticketing.check.invariant;

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
    void anotherAnswerToTheSameRequestIsSeen() {
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
    void sameAnswerRefusalOfAnotherBodyAndNoAnswerAreFine() {
        plant.isTolerated(scene -> {
            retry(scene, 0, null, "t1", null);
            retry(scene, 201, "o2", "t1", "body");
            retry(scene, 201, "o2", "t1", "body");
            retry(scene, 422, null, "t2", "other body");
            retry(scene, 503, null, "t1", "away");
        });
    }

    private static void retry(Scene scene, int status, String id, String request, String answer) {
        var plain = Scene.answer("buyer", "POST", "/api/orders", "t1", status, id);
        scene.answers.add(Changed.in(
                Changed.in(Changed.in(plain, "idempotencyKey", "key"), "request", request), "answer", answer));
    }
}
