package dev.ticketing.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LostReservationStoriesIT extends Story {

    private final Person seller = Person.signedUp(frontDoor());
    private final Person buyer = Person.signedUp(frontDoor());
    private final Person other = Person.signedUp(frontDoor());

    @Test
    void unpaidOrderExpiresAndTheTicketIsAvailableAgain() {
        var ticketId = seller.lists("Too slow", "30").id();
        var order = buyer.orders(ticketId);
        var deadline = Instant.parse(order.text("expiresAt"));
        assertThat(Duration.between(Instant.parse(order.text("serverTime")), deadline))
                .isBetween(WINDOW.minusSeconds(2), WINDOW);

        eventually()
                .atMost(WINDOW.plusSeconds(10))
                .until(() -> buyer.orderStatus(order.id()).equals("cancelled"));

        assertThat(Instant.now()).isAfterOrEqualTo(deadline);
        assertThat(buyer.get("/api/orders/" + order.id()).text("cancelReason")).isEqualTo("expired");
        eventually().until(() -> buyer.ticketStatus(ticketId).equals("available"));
        assertThat(buyer.pays(order.id(), "tok_visa").code()).isEqualTo("order-not-payable");
        assertThat(ledger().netCaptured(order.id())).isZero();
        assertThat(other.orders(ticketId).status()).isEqualTo(201);
    }

    @Test
    void cancelledTicketIsBoughtByAnotherPerson() {
        var ticketId = seller.lists("Second chance", "30").id();
        var order = buyer.orders(ticketId);
        assertThat(other.orders(ticketId).code()).isEqualTo("ticket-reserved");

        assertThat(buyer.cancels(order.id()).status()).isEqualTo(204);
        assertThat(buyer.cancels(order.id()).status()).isEqualTo(204);

        var second = other.orders(ticketId);
        assertThat(second.status()).isEqualTo(201);
        assertThat(buyer.pays(order.id(), "tok_visa").code()).isEqualTo("order-not-payable");
        other.pays(second.id(), "tok_visa");
        eventually().until(() -> other.orderStatus(second.id()).equals("complete"));
        eventually().until(() -> other.ticketStatus(ticketId).equals("sold"));
        assertThat(ledger().netCaptured(order.id())).isZero();
        assertThat(ledger().netCaptured(second.id())).isEqualTo(3000);
    }

    @Test
    void declinedCardIsTriedAgainWithAnother() {
        var order = buyer.orders(seller.lists("Declined", "42.50").id());

        var declined = buyer.pays(order.id(), "pm_card_visa_chargeDeclined");
        assertThat(declined.status()).isEqualTo(402);
        assertThat(declined.code()).isEqualTo("card-declined");
        assertThat(buyer.orderStatus(order.id())).isEqualTo("created");

        assertThat(buyer.pays(order.id(), "tok_visa").status()).isEqualTo(201);
        eventually().until(() -> buyer.orderStatus(order.id()).equals("complete"));
        assertThat(ledger().netCaptured(order.id())).isEqualTo(4250);
    }

    @Test
    void sellerEditsBeforeAndAfterAHoldButNotDuring() {
        var ticketId = seller.lists("First title", "10").id();
        assertThat(seller.edits(ticketId, "Before the hold", "11").status()).isEqualTo(200);
        assertThat(other.edits(ticketId, "Not mine", "1").status()).isEqualTo(403);

        eventually()
                .until(() -> buyer.get("/api/tickets/" + ticketId).text("title").equals("Before the hold"));
        var order = buyer.orders(ticketId);
        eventually().until(() -> seller.ticketStatus(ticketId).equals("reserved"));
        assertThat(seller.edits(ticketId, "During the hold", "12").code()).isEqualTo("ticket-reserved");

        buyer.cancels(order.id());
        eventually().until(() -> seller.ticketStatus(ticketId).equals("available"));
        assertThat(seller.edits(ticketId, "After the hold", "13").status()).isEqualTo(200);

        eventually().untilAsserted(() -> {
            var again = other.orders(ticketId);
            assertThat(again.json().at("/ticket/price").decimalValue()).isEqualByComparingTo("13");
            assertThat(other.cancels(again.id()).status()).isEqualTo(204);
        });
    }

    @Test
    void ticketCannotBeWithdrawnDuringAHoldAndCanAfterwards() {
        var ticketId = seller.lists("Withdrawn", "10").id();
        var order = buyer.orders(ticketId);
        eventually().until(() -> seller.ticketStatus(ticketId).equals("reserved"));

        assertThat(seller.withdraws(ticketId).code()).isEqualTo("ticket-reserved");
        buyer.cancels(order.id());
        eventually().until(() -> seller.withdraws(ticketId).status() == 204);

        eventually().until(() -> other.orders(ticketId).code().equals("ticket-withdrawn"));
    }

    @Test
    void withdrawalThatRacesAHoldLeavesOneOfTheTwo() throws InterruptedException {
        for (var round = 0; round < 10; round++) {
            var ticketId = seller.lists("Raced for", "10").id();
            var answers = AtOnce.call(() -> buyer.orders(ticketId), () -> seller.withdraws(ticketId));

            var ordered = answers.getFirst().status() == 201;
            var withdrawn = answers.getLast().status() == 204;
            assertThat(ordered || withdrawn).isTrue();
            if (ordered && withdrawn) {
                var orderId = answers.getFirst().id();
                eventually().until(() -> buyer.orderStatus(orderId).equals("cancelled"));
                assertThat(buyer.get("/api/orders/" + orderId).text("cancelReason"))
                        .isEqualTo("ticket-unavailable");
            }
            eventually().until(() -> buyer.ticketStatus(ticketId).equals(withdrawn ? "withdrawn" : "reserved"));
        }
    }
}
