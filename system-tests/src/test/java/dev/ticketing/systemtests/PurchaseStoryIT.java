package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseStoryIT extends Story {

    private final Person seller = Person.signedUp(frontDoor());
    private final Person buyer = Person.signedUp(frontDoor());

    /** A deployed suite may have a live Stripe key: then this test buys nothing. */
    private void assumeThatNobodyIsCharged() {
        assumeThat(buyer.get("/api/payments/config").text("mode")).isNotEqualTo("live");
    }

    @Test
    void ticketIsListedReservedPaidAndSold() {
        assumeThatNobodyIsCharged();
        var ticketId = seller.lists("Grand Hall, front row", "19.99").id();
        assertThat(Person.stranger(frontDoor())
                        .get("/api/tickets?q=grand%20front")
                        .body())
                .contains(ticketId);

        var order = buyer.orders(ticketId);
        assertThat(order.status()).isEqualTo(201);
        assertThat(order.text("status")).isEqualTo("created");
        assertThat(order.json().at("/ticket/price").decimalValue()).isEqualByComparingTo("19.99");
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("reserved"));

        var payment = buyer.pays(order.id(), "tok_visa");
        assertThat(payment.status()).isEqualTo(201);
        assertThat(payment.text("orderId")).isEqualTo(order.id());

        eventually().until(() -> buyer.orderStatus(order.id()).equals("complete"));
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("sold"));
        inTheBooks(books -> assertThat(books.intentsOf(order.id()))
                .singleElement()
                .satisfies(intent -> {
                    assertThat(intent.status()).isEqualTo("succeeded");
                    assertThat(intent.netCaptured()).isEqualTo(1999);
                }));
        assertThat(buyer.get("/api/payments").body()).contains(payment.id());
        assertThat(buyer.get("/api/payments/" + payment.id()).text("status")).isEqualTo("captured");
        assertThat(Person.signedUp(frontDoor()).orders(ticketId).code()).isEqualTo("ticket-sold");
    }

    @Test
    void cancelledOrderFreesItsTicket() {
        var ticketId = seller.lists("Second thoughts", "12").id();
        var order = buyer.orders(ticketId);
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("reserved"));

        assertThat(buyer.cancels(order.id()).status()).isEqualTo(204);

        eventually().until(() -> buyer.ticketStatus(ticketId).equals("available"));
    }

    @Test
    void paidOrderCannotBePaidAgainOrCancelled() {
        assumeThatNobodyIsCharged();
        var order = buyer.orders(seller.lists("Once only", "5").id());
        buyer.pays(order.id(), "pm_card_visa");
        eventually().until(() -> buyer.orderStatus(order.id()).equals("complete"));

        assertThat(buyer.pays(order.id(), "pm_card_visa").code()).isEqualTo("order-not-payable");
        assertThat(buyer.cancels(order.id()).code()).isEqualTo("order-complete");
        inTheBooks(books -> assertThat(books.netCaptured(order.id())).isEqualTo(500));
    }

    @Test
    void strangerIsAskedToSignIn() {
        var ticketId = seller.lists("For members", "20").id();
        var stranger = Person.stranger(frontDoor());

        assertThat(stranger.lists("x", "20").status()).isEqualTo(401);
        assertThat(stranger.orders(ticketId).status()).isEqualTo(401);
        assertThat(stranger.get("/api/orders").status()).isEqualTo(401);
        assertThat(stranger.get("/api/payments").status()).isEqualTo(401);
        assertThat(stranger.get("/api/users/currentuser").body()).contains("null");
    }

    @Test
    void signedOutSessionIsRefusedEverywhere() {
        var thief = buyer.thief();
        assertThat(thief.get("/api/orders").status()).isEqualTo(200);

        assertThat(buyer.post("/api/users/signout", "{}").status()).isEqualTo(200);

        assertThat(buyer.get("/api/orders").status()).isEqualTo(401);
        eventually().until(() -> thief.get("/api/orders").status() == 401);
        eventually().until(() -> thief.get("/api/payments").status() == 401);
        eventually().until(() -> thief.lists("Stolen", "20").status() == 401);
        assertThat(thief.get("/api/users/currentuser").body()).contains("null");
    }

    @Test
    void orderOfAnotherBuyerCannotBeSeenOrPaid() {
        var order = buyer.orders(seller.lists("Private", "20").id());

        assertThat(seller.get("/api/orders/" + order.id()).status()).isEqualTo(404);
        assertThat(seller.pays(order.id(), "tok_visa").status()).isEqualTo(404);
        inTheBooks(books -> assertThat(books.intentsOf(order.id())).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20.005", "1e300", "0", "-1", "NaN", "\"NaN\"", "\"abc\"", "null", "true", "0.49", "1000000"})
    void impossiblePriceIsRefused(String price) {
        var answer = seller.lists("Priceless", price);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotBlank();
    }
}
