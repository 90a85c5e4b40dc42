package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Intent;
import dev.ticketing.check.evidence.Payment;
import org.junit.jupiter.api.Test;

class PaidOrdersTest {

    private final Plant plant = new Plant(Invariant.PAID_ORDERS);

    @Test
    void completeOrderWithoutCaptureIsSeenOnBothSides() {
        plant.areSeen(scene -> scene.intent("pi2", "amountReceived", 0L), "o2", "p2");
    }

    @Test
    void captureForAnOrderThatStillWaitsIsSeen() {
        plant.isSeen(
                scene -> scene.intents.add(new Intent("pi9", "o3", "succeeded", 1999, "usd", 1999, 0, 0)), "pi9", "o3");
    }

    @Test
    void captureForAnUnknownOrderIsSeen() {
        plant.isSeen(
                scene -> scene.intents.add(new Intent("pi9", "o9", "succeeded", 1999, "usd", 1999, 0, 0)), "pi9", "o9");
    }

    @Test
    void captureForNoOrderAtAllIsSeen() {
        plant.isSeen(
                scene -> scene.intents.add(new Intent("pi9", null, "succeeded", 1999, "usd", 1999, 0, 0)),
                "pi9",
                "none");
    }

    @Test
    void secondCaptureIsSeen() {
        plant.isSeen(scene -> scene.intents.add(new Intent("pi9", "o2", "succeeded", 1999, "usd", 1999, 0, 0)), "o2");
    }

    @Test
    void wrongAmountIsSeen() {
        plant.isSeen(scene -> scene.intent("pi2", "amountReceived", 1998L), "o2", "pi2");
    }

    @Test
    void partialRefundIsSeen() {
        plant.isSeen(scene -> scene.intent("pi2", "refunded", 1L), "o2", "pi2");
    }

    @Test
    void wrongCurrencyIsSeen() {
        plant.areSeen(scene -> scene.intent("pi2", "currency", "eur"), "o2", "pi2", "p2", "pi2");
    }

    @Test
    void paymentOfAnotherAmountIsSeen() {
        plant.areSeen(scene -> scene.payment("amountMinor", 1L), "p2", "p2", "pi2");
    }

    @Test
    void paymentThatIsNotCapturedIsSeen() {
        plant.isSeen(scene -> scene.payment("status", Payment.Status.AUTHORIZED), "p2");
    }

    @Test
    void paymentOfAnotherOrderIsSeen() {
        plant.areSeen(scene -> scene.payment("orderId", "o1"), "p2", "p2", "pi2");
    }

    @Test
    void orderCompletedByNoPaymentIsSeen() {
        plant.isSeen(scene -> scene.order("o2", "paymentId", "p9"), "o2");
    }

    @Test
    void amountOfAPaymentThatCameToNothingIsSeen() {
        plant.isSeen(
                scene -> scene.payments.add(new Payment("p1", "o1", Payment.Status.VOIDED, 1, "usd", null, 0)), "p1");
    }

    @Test
    void paymentOfAnUnknownOrderIsSeen() {
        plant.isSeen(
                scene -> scene.payments.add(new Payment("p9", "o9", Payment.Status.VOIDED, 1999, "usd", null, 0)),
                "p9");
    }

    @Test
    void paymentByAnUnknownIntentIsSeen() {
        plant.isSeen(
                scene -> scene.payments.add(new Payment("p1", "o1", Payment.Status.VOIDED, 1999, "usd", "pi9", 0)),
                "p1");
    }

    @Test
    void intentOfAnotherAmountIsSeen() {
        plant.isSeen(scene -> scene.intent("pi2", "amount", 5L), "p2", "pi2");
    }
}
