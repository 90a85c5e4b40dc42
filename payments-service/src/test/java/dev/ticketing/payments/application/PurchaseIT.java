package dev.ticketing.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.PaymentEvent.PaymentAuthorized;
import dev.ticketing.events.PaymentEvent.PaymentCreated;
import dev.ticketing.payments.PlacedOrder;
import dev.ticketing.payments.Sandbox;
import dev.ticketing.payments.SandboxTest;
import dev.ticketing.testing.Broker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@SandboxTest
class PurchaseIT {

    @Autowired
    RestTestClient http;

    @Autowired
    Broker broker;

    @Test
    void authorizedPaymentIsCapturedOnceTheOrderIsClaimed() {
        var order = PlacedOrder.at(1999, http, broker);

        var answer = order.payAndClaim("pm_card_visa");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("orderId")).isEqualTo(order.id());
        assertThat(answer.text("status")).isEqualTo("captured");
        assertThat(Sandbox.ledger(order.id())).singleElement().satisfies(charge -> {
            assertThat(charge.amount()).isEqualTo(1999);
            assertThat(charge.amountReceived()).isEqualTo(1999);
            assertThat(charge.currency()).isEqualTo("usd");
        });
        var id = answer.text("id");
        assertThat(broker.await(PaymentAuthorized.class, id).amountMinor()).isEqualTo(1999);
        assertThat(broker.await(PaymentCreated.class, id).stripeId())
                .isEqualTo(Sandbox.ledger(order.id()).getFirst().id());
    }
}
