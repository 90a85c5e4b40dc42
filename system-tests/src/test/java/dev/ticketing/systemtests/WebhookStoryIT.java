package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookStoryIT extends Story {

    @Test
    void everyPaymentHasAWebhookThatIsAccepted() {
        var buyer = Person.signedUp(frontDoor());
        var order = buyer.orders(
                Person.signedUp(frontDoor()).lists("Told twice", "8").id());

        buyer.pays(order.id(), "tok_visa");

        eventually().until(() -> buyer.orderStatus(order.id()).equals("complete"));
        eventually()
                .untilAsserted(() -> assertThat(ledger().webhookAnswers())
                        .isNotEmpty()
                        .contains(200)
                        .doesNotContain(400, 404, 500));
        assertThat(ledger().netCaptured(order.id())).isEqualTo(800);
    }

    @Test
    void webhookWithoutStripesSignatureIsRefused() {
        var answer =
                Person.stranger(frontDoor()).post("/api/payments/webhook", "{\"type\":\"payment_intent.succeeded\"}");

        assertThat(answer.status()).isEqualTo(400);
    }
}
