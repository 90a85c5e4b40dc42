package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingStoryIT extends BrowserStory {

    /** A word that no other story uses. */
    private final String word =
            "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    private Visitor visitor;

    @BeforeEach
    void threeTicketsAreForSale() {
        var seller = visitor().signedUp();
        seller.lists(word + " – Late Show, The Foundry Ghent", "42");
        seller.lists(word + " – Matinee, The Foundry Ghent", "18.50");
        seller.lists(word + " – Evening, Palace Ballroom Lyon", "30");
        visitor = visitor().open("/").isAt("search.title");
    }

    @Test
    void resultsFollowWhatIsTypedAndTheAddressKeepsIt() {
        lookFor(word.substring(0, 10));
        assertThat(visitor.page().locator(".stub")).hasCount(3);
        visitor.sees("search.found", 3);
        visitor.fill("maxPrice", "35");
        visitor.page().locator("#sort").selectOption("price");
        search();

        assertThat(visitor.page().locator(".stub .title").first()).containsText("Matinee");
        assertThat(visitor.page().locator(".stub")).hasCount(2);
        assertThat(visitor.path()).contains("q=" + word.substring(0, 10), "maxPrice=35", "sort=price");
        visitor.looksRight("search");

        visitor.page().locator(".stub a").last().click();
        assertThat(visitor.page().locator("h1")).containsText("Evening");
        visitor.looksRight("ticket").follow("ticket.back.search");
        assertThat(visitor.page().locator(".stub")).hasCount(2);
        assertThat(visitor.page().locator("#maxPrice")).hasValue("35");

        visitor.page().goBack();
        visitor.page().goBack();
        assertThat(visitor.page().locator(".stub")).hasCount(2);
        assertThat(visitor.page().locator("#q")).hasValue(word.substring(0, 10));
    }

    @Test
    void emptyResultOffersHelp() {
        lookFor(word);
        visitor.fill("maxPrice", "1");
        search();

        visitor.sees("search.none").looksRight("search-nothing").follow("search.any-price");
        assertThat(visitor.page().locator(".stub")).hasCount(3);
    }

    @Test
    void lowestPriceAboveTheHighestIsReported() {
        visitor.fill("minPrice", "100").fill("maxPrice", "20");
        search();

        visitor.sees("search.none.price").looksRight("search-upside-down");
    }

    @Test
    void invalidPriceIsReportedAndInputStays() {
        visitor.fill("minPrice", "cheap");
        search();

        assertThat(visitor.page().locator("#search-errors .notice")).isVisible();
        visitor.looksRight("search-invalid");
        assertThat(visitor.page().locator("#minPrice")).hasValue("cheap");
    }

    @Test
    void typingLeavesTheFocusWhereItIs() {
        assumeTrue(window.hasScript(), "follows the typing by a script");
        visitor.page().locator("#q").pressSequentially(word);
        assertThat(visitor.page().locator(".stub")).hasCount(3);

        assertThat(visitor.page().locator("#q")).isFocused();
        assertThat(visitor.page().locator("#q")).hasValue(word);
    }

    private void lookFor(String words) {
        visitor.fill("q", words);
        search();
    }

    /** With a script there is no button to press. */
    private void search() {
        if (!window.hasScript()) {
            visitor.press("search.submit");
        }
    }
}
