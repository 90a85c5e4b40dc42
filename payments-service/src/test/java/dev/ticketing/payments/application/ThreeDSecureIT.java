package dev.ticketing.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@SandboxTest
class ThreeDSecureIT {

    private static final String CARD = "pm_card_threeDSecureRequired";

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Test
    void buyerIsSentToHisBankAndPaysWhenHeIsBack() {
        var order = PlacedOrder.at(1999, http, broker);

        var answer = order.pay(CARD);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("requires_action");
        assertThat(answer.text("clientSecret")).contains("_secret_");
        Sandbox.prove(answer.text("nextActionUrl"), true);
        assertThat(order.payAndClaim(CARD).text("status")).isEqualTo("captured");
        assertThat(Sandbox.ledger(order.id()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.amountReceived()).isEqualTo(1999));
    }

    @Test
    void askingAgainBeforeThatGivesTheSameAnswer() {
        var order = PlacedOrder.at(1999, http, broker);
        var first = order.pay(CARD);

        assertThat(order.pay(CARD).body()).isEqualTo(first.body());
    }

    @Test
    void whoFailsAtTheBankMayTryAgain() {
        var order = PlacedOrder.at(1999, http, broker);
        Sandbox.prove(order.pay(CARD).text("nextActionUrl"), false);

        var refused = order.pay(CARD);
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.text("declineCode")).isEqualTo("payment_intent_authentication_failure");
        assertThat(order.payAndClaim("pm_card_visa").text("status")).isEqualTo("captured");
        assertThat(Sandbox.ledger(order.id())).hasSize(1);
    }

    @Test
    void anotherCardMayTakeOver() {
        var order = PlacedOrder.at(1999, http, broker);
        order.pay(CARD);

        assertThat(order.payAndClaim("pm_card_visa").text("status")).isEqualTo("captured");
        assertThat(Sandbox.ledger(order.id())).hasSize(1);
    }

    @Test
    void orderLostMeanwhileEndsIt() {
        var order = PlacedOrder.at(1999, http, broker);
        order.pay(CARD);

        order.cancel();

        order.awaitStatus("voided");
        assertThat(Sandbox.ledger(order.id()).getFirst().status()).isEqualTo("canceled");
    }
}
