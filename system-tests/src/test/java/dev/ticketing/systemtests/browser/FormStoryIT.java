package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What forms keep, when they ask for confirmation, and where the focus goes. */
class FormStoryIT extends BrowserStory {

    private static final String TITLE = "Antigone, Lyric Theatre Porto, Stalls, Sat 8 May";

    private static final Route.FetchOptions ONCE = new Route.FetchOptions().setMaxRedirects(0);

    /** In one step: Playwright inspects nothing while a page is loading. */
    private static final String SEND_AND_STOP = """
            async (button, stopping) => {
              const state = () => button.form.getAttribute('aria-busy') + ' '
                  + document.getElementById('announcement').textContent;
              button.click();
              while (!(await (await fetch('/api/orders')).text()).includes('"id"'));
              const sending = state();
              const ended = new Promise((end) => navigation.addEventListener('navigateerror', end, { once: true }));
              if (stopping === 'Escape') dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
              const stopped = state();
              stop();
              await ended;
              return [sending, stopped, state()];
            }""";

    /** The Stop button of the browser, and Escape, which the page can handle before the browser stops. */
    @ParameterizedTest
    @ValueSource(strings = {"Stop", "Escape"})
    void purchaseThatWasStoppedIsSentAgainAndBuysOnce(String stopping) {
        assumeTrue(window.hasScript(), "without a script a form can always be sent");
        var ticketId = visitor().signedUp().lists(TITLE, "20");
        var buyer = visitor().signedUp();
        buyer.context().route("**/live*", Route::abort); // keeps the button, although the ticket is reserved
        buyer.open("/tickets/" + ticketId);
        // the order is placed, and the browser waits
        buyer.context().route(frontDoor().resolve("/orders").toString(), route -> route.fetch(ONCE));

        var states = (List<?>) buyer.button("ticket.purchase").evaluate(SEND_AND_STOP, stopping);

        var sending = "true " + buyer.say("site.sending");
        assertThat(states.toArray()).containsExactly(sending, stopping.equals("Escape") ? "null " : sending, "null ");
        buyer.context().unroute(frontDoor().resolve("/orders").toString());
        buyer.press("ticket.purchase").sees("pay.sandbox");
        buyer.context().unrouteAll();
        buyer.pays(GOOD_CARD).sees("order.complete");
        var orders =
                buyer.context().request().get(frontDoor().resolve("/api/orders").toString());
        assertThat(orders.text().split("\"serverTime\"")).hasSize(2);
    }

    @Test
    void withdrawalAsksForConfirmation() {
        var seller = visitor().signedUp();
        var ticketId = seller.lists(TITLE, "20");
        seller.open("/tickets/" + ticketId + "/edit").press("withdraw.submit");
        seller.page().getByText(seller.say("withdraw.confirm", TITLE)).waitFor();
        seller.looksRight("withdraw-confirm");
        assertThat(seller.ticketStatus(ticketId)).isEqualTo("available");

        if (window.hasScript()) {
            var dialog = seller.page().locator("dialog");
            dialog.getByText(seller.say("withdraw.keep")).click();
            assertThat(dialog).hasCount(0);
            seller.press("withdraw.submit");
            dialog.locator(".danger").click();
        } else {
            seller.press("withdraw.submit");
        }

        seller.sees("ticket.status.withdrawn.text");
    }

    @Test
    void inputSurvivesAnEndedSession() {
        var email = UUID.randomUUID() + "@example.com";
        var seller = visitor().open("/auth/signup");
        seller.fill("email", email).fill("password", Visitor.PASSWORD).press("signup.submit");
        seller.isAt("search.title").open("/tickets/new").fill("title", TITLE).fill("price", "17");
        seller.context().clearCookies();

        seller.press("sell.submit").isAt("signin.title").sees("signin.draft").looksRight("signin-draft");
        seller.fill("email", email).fill("password", Visitor.PASSWORD).press("signin.submit");

        seller.isAt("sell.title");
        assertThat(seller.page().locator("#title")).hasValue(TITLE);
        assertThat(seller.page().locator("#price")).hasValue("17");
        seller.press("sell.submit").seesText(TITLE);
    }

    @Test
    void summaryOfErrorsHasTheFocus() {
        var visitor = visitor().open("/auth/signup").fill("email", "no address").fill("password", "short");

        visitor.press("signup.submit").sees("invalid.email");

        hasFocus(visitor, "errors");
        assertThat(visitor.page().title()).startsWith(visitor.say("site.title.error", ""));
        visitor.page().locator("#errors a").first().click();
        hasFocus(visitor, "email");
    }

    @Test
    void liveChangeIsAnnouncedAndKeepsTheFocus() {
        assumeTrue(window.hasScript(), "live by a script");
        var ticketId = visitor().signedUp().lists(TITLE, "20");
        var slower = visitor().signedUp().open("/tickets/" + ticketId);
        slower.button("ticket.purchase").focus();

        visitor()
                .signedUp()
                .open("/tickets/" + ticketId)
                .press("ticket.purchase")
                .sees("pay.sandbox");

        slower.sees("ticket.status.reserved.text");
        assertThat(slower.page().locator("#announcement")).hasText(slower.say("ticket.status.reserved.text"));
        hasFocus(slower, "ticket");
    }

    @Test
    void searchWithoutAConnectionKeepsThePage() {
        assumeTrue(window.hasScript(), "without a script the browser's own page comes");
        var visitor = visitor().open("/");
        visitor.context().setOffline(true);

        visitor.fill("q", "opera");

        visitor.sees("site.offline").isAt("search.title").looksRight("search-offline");
        assertThat(visitor.page().locator("#q")).hasValue("opera");
        visitor.context().setOffline(false);
        assertThat(visitor.page().locator("#search-errors")).not().containsText(visitor.say("site.offline"));
    }

    @Test
    void sellerSeesThatTheTicketIsReservedBeforeEditingIt() {
        var seller = visitor().signedUp();
        var ticketId = seller.lists(TITLE, "20");
        visitor()
                .signedUp()
                .open("/tickets/" + ticketId)
                .press("ticket.purchase")
                .sees("pay.sandbox");

        seller.openUntil("/tickets/" + ticketId + "/edit", "edit.reserved.text")
                .sees("edit.reserved")
                .looksRight("edit-reserved");
        assertThat(seller.page().locator("main form")).hasCount(0);
    }

    @Test
    void totalsAreLiveInEveryTab() {
        assumeTrue(window.hasScript(), "live by a script");
        var seller = visitor().signedUp();
        var ticketId = seller.lists(TITLE, "20");
        seller.open("/selling?status=sold").sees("selling.empty");

        visitor()
                .signedUp()
                .open("/tickets/" + ticketId)
                .press("ticket.purchase")
                .sees("pay.sandbox");

        assertThat(seller.page().locator(".groups li").nth(1).locator(".number"))
                .hasText("1");
        assertThat(seller.page().locator(".groups li").first().locator(".number"))
                .hasText("0");
    }

    /** Within its page, because the browser itself has many. */
    private static void hasFocus(Visitor visitor, String id) {
        eventually()
                .until(() ->
                        visitor.page().evaluate("document.activeElement.id").equals(id));
    }
}
