package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.ticketing.systemtests.faults.Sandbox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuyingStoryIT extends BrowserStory {

    private static final String TITLE = "Nightjar Parade – Acoustic Evening, Riverside Hall Bristol, Sat 6 Feb";

    private static final Pattern BANK = Pattern.compile(".*3ds.*");

    private Visitor buyer;
    private String ticketId;

    @BeforeEach
    void ticketIsForSale() {
        ticketId = visitor().signedUp().lists(TITLE, "38.50");
        buyer = visitor().signedUp();
    }

    @Test
    void ticketIsBoughtAtTheSecondAttempt() {
        reserve();
        buyer.looksRight("order-to-pay");
        buyer.open("/orders").seesText(TITLE).looksRight("orders-to-pay");
        buyer.page().locator(".stub a").first().click();

        buyer.pays("12").sees("card.number.invalid").looksRight("order-card-mistyped");
        buyer.pays(DECLINED_CARD).sees("pay.hold-kept").sees("problem.card-declined");
        buyer.sees("payment.status.declined").looksRight("order-declined");
        buyer.pays(GOOD_CARD);

        buyer.sees("order.complete").sees("payment.status.captured").seesText("pi_");
        buyer.sees("order.story.created").sees("order.story.complete").looksRight("order-complete");
        buyer.open("/orders?status=complete").seesText(TITLE).looksRight("orders-paid");
        buyer.open("/orders?status=cancelled").sees("orders.empty.filtered").looksRight("orders-none");
        buyer.openUntil("/tickets/" + ticketId, "ticket.mine.bought").looksRight("ticket-bought");
        visitor().openUntil("/tickets/" + ticketId, "ticket.status.sold").looksRight("ticket-sold");
        buyer.follow("nav.tickets").isAt("orders.bought").seesText(TITLE).looksRight("tickets-mine");
    }

    @Test
    void paidOrderIsPrinted() {
        reserve();
        buyer.pays(GOOD_CARD).sees("order.complete");

        buyer.prints("order-printed");

        assertThat(buyer.page().locator("nav").first()).isHidden();
        assertThat(buyer.page().locator("h1")).isVisible();
        buyer.sees("order.story");
    }

    @Test
    void bankConfirmsAndTheBuyerReturnsToTheirTicket() {
        reserve();
        var order = buyer.path();
        // a response without content keeps the browser on its page, long enough to inspect it
        buyer.context().route(BANK, route -> route.fulfill(new FulfillOptions().setStatus(204)));
        buyer.pays(CARD_WITH_3D_SECURE).isAt("bank.title").looksRight("bank");
        buyer.context().unroute(BANK);
        buyer.followHere("bank.go");
        buyer.page().getByRole(AriaRole.BUTTON).first().click();

        buyer.sees("order.complete");
        assertThat(buyer.path()).isEqualTo(order);
    }

    @Test
    void refusalOfTheBankIsShownAndAnotherCardPays() {
        reserve();
        var order = buyer.path();
        buyer.pays(CARD_WITH_3D_SECURE);
        buyer.page().getByRole(AriaRole.BUTTON).last().click();

        buyer.sees("pay.bank-refused").sees("pay.hold-kept").sees("payment.status.declined");
        assertThat(buyer.path()).isEqualTo(order);
        buyer.looksRight("order-not-confirmed").pays(GOOD_CARD).sees("order.complete");
    }

    @Test
    void ownReservationIsShownAtTheTicket() {
        reserve();

        buyer.openUntil("/tickets/" + ticketId, "ticket.mine.reserved").looksRight("ticket-mine");
        buyer.follow("ticket.own-order").sees("pay.sandbox");
    }

    @Test
    void confirmingSurvivesAReloadAndTurnsByItself() {
        reserve();
        try (var stripe = new Sandbox(ledger().sandbox())) {
            stripe.fault("{\"path\":\"/v1/payment_intents/*/capture\",\"status\":429,\"times\":1000}");
            buyer.pays(GOOD_CARD).sees("order.confirming");
            buyer.page().reload();
            buyer.sees("order.confirming").looksRight("order-confirming");
        }

        buyer.sees("order.complete");
    }

    @Test
    void orderIsCancelledAfterAQuestion() {
        reserve();
        buyer.press("order.cancel").confirms("order.cancel.confirm");
        buyer.sees("order.cancelled").sees("order.cancelled.not-charged").looksRight("order-cancelled");
    }

    private void reserve() {
        buyer.open("/tickets/" + ticketId).press("ticket.purchase").sees("pay.sandbox");
    }
}
