package dev.ticketing.check.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.check.evidence.Order;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private final Plant plant = new Plant(Invariant.ANSWERS);

    @Test
    void promisedOrderThatIsLostIsSeen() {
        plant.isSeen(scene -> scene.answers.add(Scene.answer("buyer", "POST", "/api/orders", "t3", 201, "o9")), "o9");
    }

    @Test
    void promisedTicketThatIsLostIsSeen() {
        plant.isSeen(scene -> scene.answers.add(Scene.answer("buyer", "POST", "/api/tickets", null, 201, "t9")), "t9");
    }

    @Test
    void promisedPaymentThatIsLostIsSeen() {
        plant.isSeen(scene -> scene.answers.add(Scene.answer("buyer", "POST", "/api/payments", "o2", 201, "p9")), "p9");
    }

    @Test
    void cancelledOrderThatGoesOnIsSeen() {
        plant.isSeen(
                scene -> scene.answers.add(Scene.answer("other2", "DELETE", "/api/orders/o3", "o3", 204, null)), "o3");
    }

    @Test
    void withdrawnTicketThatIsStillForSaleIsSeen() {
        plant.isSeen(
                scene -> scene.answers.add(Scene.answer("other2", "DELETE", "/api/tickets/t3", "t3", 204, null)), "t3");
    }

    @Test
    void orderLeftBehindByARefusalIsSeen() {
        plant.isSeen(scene -> scene.order("o3", "userId", "buyer"), "o3");
    }

    @Test
    void ticketThatItsSellerWasNotToldOfIsSeen() {
        plant.isSeen(scene -> scene.ticket("t3", "userId", "buyer"), "t3");
    }

    @Test
    void orderAfterNoAnswerIsFine() {
        plant.isTolerated(scene -> {
            scene.order("o3", "userId", "buyer");
            scene.answers.add(Scene.answer("buyer", "POST", "/api/orders", "t2", 0, null));
        });
    }

    @Test
    void ordersOfThoseWhoseRequestsAreNotKnownAreFine() {
        plant.isTolerated(scene -> scene.orders.add(Scene.order("o9", "somebody", Order.Status.CANCELLED, "t3", 0, 1)));
    }

    @Test
    void chargeAfterRefusalsIsSeen() {
        plant.isSeen(
                scene -> scene.answers.replaceAll(
                        answer -> answer.asks("POST", "/api/payments") ? Changed.in(answer, "status", 402) : answer),
                "o2",
                "pi2");
    }

    @Test
    void ownerWithoutAnAccountIsSeen() {
        plant.isSeen(scene -> scene.accounts.remove("seller"), "seller");
    }

    @Test
    void withoutAnswersItIsNotSaidToHold() {
        var scene = Scene.sound();
        scene.answers.clear();

        assertThat(Invariant.ANSWERS.unjudged(scene.evidence())).isPresent();
    }

    @Test
    void answersOfTheFrontDoorDoNotTellWhatRefusalsLeftBehind() {
        var scene = Scene.sound();
        scene.answers.replaceAll(answer -> Changed.in(answer, "userId", null));

        assertThat(Invariant.ANSWERS.violations(scene.evidence())).isEmpty();
        assertThat(Invariant.ANSWERS.unjudged(scene.evidence())).isPresent();
    }
}
