package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.ticketing.systemtests.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many tabs of one browser, which has six connections per site over HTTP/1.1, as with the front door of one machine.
 */
class TabsStoryIT extends Story {

    private static final int TABS = 8;

    private final String word = "tabs" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Visitor> visitors = new ArrayList<>();

    @AfterEach
    void closeBrowsers() {
        visitors.forEach(Visitor::close);
    }

    private Visitor visitor() {
        var visitor = new Visitor(
                frontDoor(), Window.DESKTOP, Texts.of(suite().options().home(), Window.DESKTOP.locale()));
        visitors.add(visitor);
        return visitor;
    }

    /** With a shared worker, with a leading tab, and with neither (then all tabs with a connection are live). */
    @ParameterizedTest
    @ValueSource(strings = {"", "delete window.SharedWorker"})
    void allTabsLoadAndAllAreLive(String without) {
        var ticketId = visitor().signedUp().lists(word + " Opera, Palace Ballroom Lyon", "30");
        var visitor = visitor();
        visitor.context().addInitScript(without);
        var tabs = new ArrayList<Page>();
        for (var i = 0; i < TABS; i++) {
            var tab = visitor.context().newPage();
            tab.navigate(frontDoor().resolve("/?q=" + word).toString());
            tab.waitForLoadState(LoadState.LOAD);
            tabs.add(tab);
        }

        visitor()
                .signedUp()
                .open("/tickets/" + ticketId)
                .press("ticket.purchase")
                .sees("pay.sandbox");

        for (var tab : tabs) {
            assertThat(tab.locator(".stub .badge")).hasText(visitor.say("ticket.status.reserved"));
        }
        visitor.open("/").isAt("search.title");
    }

    @Test
    void aHiddenTabLetsGoAndCatchesUp() {
        var ticketId = visitor().signedUp().lists(word + " Opera, Palace Ballroom Lyon", "30");
        var visitor = visitor().open("/?q=" + word);
        assertThat(visitor.page().locator(".stub")).hasCount(1);
        hide(visitor.page(), true);

        visitor()
                .signedUp()
                .open("/tickets/" + ticketId)
                .press("ticket.purchase")
                .sees("pay.sandbox");
        eventually().until(() -> visitor.ticketStatus(ticketId).equals("reserved"));
        assertThat(visitor.page().locator(".stub .badge").innerText()).isEmpty();
        hide(visitor.page(), false);

        assertThat(visitor.page().locator(".stub .badge")).hasText(visitor.say("ticket.status.reserved"));
    }

    /** A headless browser shows all of its tabs. */
    private static void hide(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }
}
