package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.systemtests.Story;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** All windows wait together for the end of the time. */
class ExpiringStoryIT extends Story {

    private static final Duration LONG_ENOUGH = WINDOW.plusSeconds(20);

    private final Map<Window, Visitor> buyers = new EnumMap<>(Window.class);
    private final String word = "expiring" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void closeBrowsers() {
        buyers.values().forEach(Visitor::close);
    }

    @Test
    void endedReservationUpdatesItsPageAndLinksToTheSearch() {
        for (var window : Window.values()) {
            buyers.put(window, holding(window));
        }
        buyers.forEach((window, buyer) -> {
            if (window.hasScript()) {
                buyer.waitsFor("[data-countdown-announce]", buyer.seconds(20), LONG_ENOUGH);
            }
        });

        buyers.forEach((window, buyer) -> {
            buyer.waitsFor("main", buyer.say("order.cancelled.expired"), LONG_ENOUGH);
            buyer.sees("order.cancelled.not-charged").looksRight("order-expired");
            buyer.follow("ticket.back.search").isAt("search.title");
            assertThat(buyer.path()).isEqualTo("/?q=" + word);
            assertThat(buyer.page().locator("#q")).hasValue(word);
        });
    }

    private Visitor holding(Window window) {
        var buyer = new Visitor(frontDoor(), window, Texts.of(suite().options().home(), window.locale())).signedUp();
        var seller = new Visitor(frontDoor(), window, Texts.of(suite().options().home(), window.locale())).signedUp();
        seller.lists(word + " Antigone, Lyric Theatre Porto", "25");
        seller.close();
        buyer.open("/?q=" + word).page().locator(".stub a").first().click();
        return buyer.press("ticket.purchase").sees("pay.sandbox");
    }
}
