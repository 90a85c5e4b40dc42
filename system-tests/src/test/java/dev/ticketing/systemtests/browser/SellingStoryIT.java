package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SellingStoryIT extends BrowserStory {

    private static final String TITLE = "Twelfth Night, Lyric Theatre Porto, Box, Sat 8 May";

    @Test
    void ticketIsListedEditedAndWithdrawn() {
        var seller = visitor().signedUp().open("/selling").sees("selling.empty").looksRight("selling-nothing");
        seller.followHere("nav.sell").isAt("sell.title").looksRight("sell");

        seller.fill("title", TITLE).fill("price", "cheap").press("sell.submit");
        assertThat(seller.page().locator("#price-error")).containsText("USD");
        seller.looksRight("sell-invalid");
        assertThat(seller.page().locator("#title")).hasValue(TITLE);
        seller.fill("price", "20,50").press("sell.submit").seesText(TITLE).looksRight("ticket-own");

        seller.follow("ticket.edit").isAt("edit.title").looksRight("edit");
        seller.fill("price", "24").press("edit.submit");
        assertThat(seller.page().locator(".amount")).containsText("24");

        seller.follow("ticket.edit").press("withdraw.submit");
        seller.confirms("withdraw.confirm", TITLE);
        seller.sees("ticket.status.withdrawn.text").looksRight("ticket-withdrawn");
    }

    @Test
    void sellerSeesWhatEachWillBring() {
        var seller = visitor().signedUp();
        var soldId = seller.lists(TITLE, "30");
        seller.lists(TITLE, "20");
        var buyer = visitor().signedUp().open("/tickets/" + soldId).press("ticket.purchase");
        buyer.pays(GOOD_CARD).sees("order.complete");

        eventually().untilAsserted(() -> {
            seller.open("/selling?status=sold");
            assertThat(seller.page().locator(".groups li").nth(2).innerText()).contains("30");
        });

        seller.sees("selling.brings.available").looksRight("selling");
        assertThat(seller.page().locator(".groups li").first()).containsText("20");
        assertThat(seller.page().locator(".stub")).hasCount(1);
    }

    @Test
    void editThatLosesToAReservationIsReportedAndKeepsTheInput() {
        var seller = visitor().signedUp();
        var ticketId = seller.lists(TITLE, "20");
        seller.open("/tickets/" + ticketId + "/edit").fill("title", "What I typed");
        visitor()
                .signedUp()
                .open("/tickets/" + ticketId)
                .press("ticket.purchase")
                .sees("pay.sandbox");
        eventually().until(() -> seller.ticketStatus(ticketId).equals("reserved"));

        seller.press("edit.submit");

        seller.sees("problem.ticket-reserved").looksRight("edit-on-hold");
        assertThat(seller.page().locator("#title")).hasValue("What I typed");
    }

    @Test
    void editThatRacesAnotherEditShowsItAndMayBeSavedAgain() {
        var seller = visitor().signedUp();
        var ticketId = seller.lists(TITLE, "20");
        seller.open("/tickets/" + ticketId + "/edit").fill("title", "What I typed");
        seller.edits(ticketId, "Typed elsewhere", "21");

        seller.press("edit.submit");

        seller.sees("problem.ticket-changed").seesText("Typed elsewhere").looksRight("edit-changed");
        seller.press("edit.submit");
        assertThat(seller.page().locator("h1")).hasText("What I typed");
    }
}
