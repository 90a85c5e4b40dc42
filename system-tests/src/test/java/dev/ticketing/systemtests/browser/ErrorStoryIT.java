package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class ErrorStoryIT extends BrowserStory {

    @Test
    void addressWithNothingBehindItLeadsToTheTickets() {
        var visitor = visitor().open("/nowhere").isAt("error.not-found.title").looksRight("not-found");

        visitor.follow("error.home").isAt("search.title");
    }

    @Test
    void anotherPersonsPageIsNotShown() {
        var ticketId = visitor().signedUp().lists("Not yours to edit", "10");

        var visitor = visitor().signedUp().open("/tickets/" + ticketId + "/edit");

        visitor.isAt("error.forbidden.title").looksRight("forbidden");
    }

    @Test
    void keyboardAloneReachesTheContentAndEveryFieldInOrder() {
        var page = visitor().open("/auth/signin").page();

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#email")).isFocused();
        page.keyboard().type("nobody@example.com");
        page.keyboard().press("Tab");
        if (window.hasScript()) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator("#password")).isFocused();
        page.keyboard().type("something");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    }

    @Test
    void pageAtTwiceTheSizeFitsIntoItsWindow() {
        var visitor = visitor();
        visitor.page().setViewportSize(window.isNarrow() ? 320 : 640, 480);

        visitor.open("/").isAt("search.title").looksRight("zoomed");
        visitor.signedUp().open("/").looksRight("zoomed-signed-in");
    }
}
