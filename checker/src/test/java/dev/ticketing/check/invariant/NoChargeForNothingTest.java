package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.Payment;
import org.junit.jupiter.api.Test;

class NoChargeForNothingTest {

    private final Plant plant = new Plant(Invariant.NOBODY_CHARGED_FOR_NOTHING);

    @Test
    void cancelledOrderThatWasChargedIsSeen() {
        plant.isSeen(
                scene -> {
                    scene.intent("pi1", "status", "succeeded");
                    scene.intent("pi1", "amountReceived", 1999L);
                },
                "o1",
                "pi1");
    }

    @Test
    void incompleteRefundIsSeen() {
        plant.isSeen(
                scene -> scene.intents.set(0, new Intent("pi1", "o1", "succeeded", 1999, "usd", 1999, 1998, 1)),
                "o1",
                "pi1");
    }

    @Test
    void cancelledOrderWhoseAmountIsStillHeldIsSeen() {
        plant.isSeen(scene -> scene.intent("pi1", "status", "requires_capture"), "o1", "pi1");
    }

    @Test
    void secondLiveIntentIsSeen() {
        plant.isSeen(
                scene -> scene.intents.add(new Intent("pi9", "o2", "requires_payment_method", 1999, "usd", 0, 0, 0)),
                "o2");
    }

    @Test
    void secondRefundIsSeen() {
        plant.isSeen(
                scene -> scene.intents.set(0, new Intent("pi1", "o1", "succeeded", 1999, "usd", 1999, 1999, 2)), "o1");
    }

    @Test
    void refundInFullIsFine() {
        plant.isTolerated(
                scene -> scene.intents.set(0, new Intent("pi1", "o1", "succeeded", 1999, "usd", 1999, 1999, 1)));
    }

    @Test
    void amountThatIsHeldForNoOrderIsSeen() {
        plant.isSeen(
                scene -> scene.intents.add(new Intent("pi9", null, "requires_capture", 1999, "usd", 0, 0, 0)),
                "pi9",
                "none");
    }

    @Test
    void amountThatIsHeldForAnUnknownOrderIsSeen() {
        plant.isSeen(
                scene -> scene.intents.add(new Intent("pi9", "o9", "requires_capture", 1999, "usd", 0, 0, 0)),
                "pi9",
                "o9");
    }

    @Test
    void amountThatIsHeldForNoPaymentIsSeen() {
        plant.isSeen(
                scene -> scene.intents.add(new Intent("pi9", "o3", "requires_capture", 1999, "usd", 0, 0, 0)),
                "pi9",
                "o3");
    }

    @Test
    void amountThatIsHeldForAPaymentIsFine() {
        plant.isTolerated(scene -> {
            scene.intents.add(new Intent("pi9", "o3", "requires_capture", 1999, "usd", 0, 0, 0));
            scene.payments.add(new Payment("p3", "o3", Payment.Status.AUTHORIZED, 1999, "usd", "pi9", 0));
        });
    }

    @Test
    void twoPaymentsOfOneOrderAreSeen() {
        plant.isSeen(scene -> scene.payments.add(Changed.in(scene.payments.getFirst(), "id", "p9")), "o2");
    }

    @Test
    void missingUniqueIndexIsSeen() {
        plant.isSeen(scene -> scene.missingIndexes.add("payments.payments.orderId"), "payments.payments.orderId");
    }
}
