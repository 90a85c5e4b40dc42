package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class LosingStoryIT extends BrowserStory {

    @Test
    void slowerBuyerSeesItAtOnceAndOthersWithTheSameTitle() {
        assumeFalse(window.hasScript(), "who has scripts sees the ticket go before he can press");
        var title = "Hamlet, Grand Pavilion Dublin, Stalls, Fri 26 Mar " + UUID.randomUUID();
        var seller = visitor().signedUp();
        seller.lists(title, "31");
        seller.lists(title, "30");
        var ticketId = seller.lists(title, "29");
        var slower = visitor().signedUp().open("/tickets/" + ticketId);
        visitor()
                .signedUp()
                .open("/tickets/" + ticketId)
                .press("ticket.purchase")
                .sees("pay.sandbox");

        slower.press("ticket.purchase");

        slower.sees("ticket.faster").sees("ticket.alternatives").looksRight("ticket-lost");
        assertThat(slower.page().locator(".stub")).hasCount(2);
        slower.page().locator(".stub a").first().click();
        slower.press("ticket.purchase").sees("pay.sandbox");
    }
}
