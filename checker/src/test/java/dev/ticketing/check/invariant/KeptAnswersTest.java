package dev.ticketing.check.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.check.evidence.Order;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void cancelledOrderThatContinuesIsSeen() {
        plant.isSeen(
                scene -> scene.answers.add(Scene.answer("other2", "DELETE", "/api/orders/o3", "o3", 204, null)), "o3");
    }

    @Test
    void withdrawnTicketThatIsStillForSaleIsSeen() {
        plant.isSeen(
                scene -> scene.answers.add(Scene.answer("other2", "DELETE", "/api/tickets/t3", "t3", 204, null)), "t3");
    }

    @Test
    void removedContentIsNoWithdrawal() {
        plant.isTolerated(
                scene -> scene.answers.add(Scene.answer(null, "DELETE", "/api/tickets/t3/content", null, 204, null)));
    }

    @Test
    void cancelledOrderIsRecognizedByItsIdInUpperCaseAndWithAParameter() {
        plant.isTolerated(scene -> {
            scene.order("o3", "status", Order.Status.CANCELLED);
            scene.answers.add(Scene.answer(null, "DELETE", "/api/orders/O3;v=1", "O3;v=1", 204, null));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders/?;v=1", "/api/tickets/\uFFFD"})
    void successThatNamesNothingIsSeen(String path) {
        plant.isSeen(scene -> scene.answers.add(Scene.answer(null, "DELETE", path, null, 204, null)), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/orders/;jsessionid=1", "/api/tickets/\uFFFD", "/api/payments//"})
    void refusalOfStrangersIsFine(String path) {
        plant.isTolerated(scene -> {
            for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                scene.answers.add(Scene.answer(null, method, path, null, 404, null));
            }
        });
    }

    @Test
    void errorOfTheCheckerNamesTheInvariantAndItsCause() {
        var scene = Scene.sound();
        scene.answers.add(null);

        assertThatThrownBy(() -> Invariant.ANSWERS.violations(scene.evidence()))
                .isInstanceOf(Invariant.NotJudged.class)
                .hasMessageStartingWith("the checker failed while checking invariant 6")
                .hasMessageContaining("NullPointerException");
    }

    @Test
    void orderLeftBehindByARefusalIsSeen() {
        plant.isSeen(scene -> scene.order("o3", "userId", "buyer"), "o3");
    }

    @Test
    void ticketWithoutAResponseToItsSellerIsSeen() {
        plant.isSeen(scene -> scene.ticket("t3", "userId", "buyer"), "t3");
    }

    @Test
    void orderWithoutAResponseIsFine() {
        plant.isTolerated(scene -> {
            scene.order("o3", "userId", "buyer");
            scene.answers.add(Scene.answer("buyer", "POST", "/api/orders", "t2", 0, null));
        });
    }

    @Test
    void ordersOfUsersWithoutRecordedRequestsAreFine() {
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
    void withoutResponsesItIsNotReportedAsHolding() {
        var scene = Scene.sound();
        scene.answers.clear();

        assertThat(Invariant.ANSWERS.unjudged(scene.evidence())).isPresent();
    }

    @Test
    void responsesOfTheFrontDoorDoNotShowEffectsOfRefusals() {
        var scene = Scene.sound();
        scene.answers.replaceAll(answer -> Changed.in(answer, "userId", null));

        assertThat(Invariant.ANSWERS.violations(scene.evidence())).isEmpty();
        assertThat(Invariant.ANSWERS.unjudged(scene.evidence())).isPresent();
    }
}
