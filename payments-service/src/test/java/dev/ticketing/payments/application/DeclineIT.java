package dev.ticketing.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@SandboxTest
class DeclineIT {

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Test
    void declinedCardCanBeFollowedByAnother() {
        var order = PlacedOrder.at(2500, http, broker);

        var declined = order.pay("pm_card_chargeDeclined");

        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.text("code")).isEqualTo("card-declined");
        assertThat(declined.text("detail")).isEqualTo("Your card was declined.");
        assertThat(declined.text("declineCode")).isEqualTo("generic_decline");
        assertThat(order.payAndClaim("pm_card_visa").text("status")).isEqualTo("captured");
        assertThat(Sandbox.ledger(order.id()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.amountReceived()).isEqualTo(2500));
        assertThat(broker.events(PaymentAuthorized.class, order.paymentId())).hasSize(1);
    }

    @Test
    void declinedCardCanBeTriedAgain() {
        var order = PlacedOrder.at(2500, http, broker);

        assertThat(order.pay("tok_chargeDeclinedInsufficientFunds").text("detail"))
                .isEqualTo("Your card has insufficient funds.");
        assertThat(order.pay("tok_chargeDeclinedInsufficientFunds").text("declineCode"))
                .isEqualTo("insufficient_funds");

        assertThat(order.payment().path("status").asString()).isEqualTo("pending");
        assertThat(order.payment().path("declineCode").asString()).isEqualTo("insufficient_funds");
        assertThat(Sandbox.ledger(order.id()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.amountReceived()).isZero());
    }

    @Test
    void unknownTokenIsForStripeToJudge() {
        var order = PlacedOrder.at(2500, http, broker);

        var refused = order.pay("pm_nobody_knows");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("code")).isEqualTo("invalid-token");
        assertThat(refused.text("detail")).contains("pm_nobody_knows");
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("token");
        assertThat(order.payAndClaim("tok_visa").text("status")).isEqualTo("captured");
    }
}
