package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.systemtests.Story;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times look the same with and without a script, in the format of the visitor's region. */
class LocaleStoryIT extends Story {

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "en-US", "en", "de-DE", "de-AT", "de-CH", "en-AU"})
    void timesAreTheSameWithAndWithoutAScript(String locale) {
        var seller = new Visitor(
                frontDoor(), Window.PHONE, Texts.of(suite().options().home(), Window.PHONE.locale()));
        var ticketId = seller.signedUp().lists("Hamlet, Grand Pavilion Dublin", "20");
        seller.close();
        var buyer = new Visitor(
                frontDoor(), Window.PHONE, Texts.of(suite().options().home(), Window.PHONE.locale()));
        buyer.signedUp().open("/tickets/" + ticketId).press("ticket.purchase").sees("pay.sandbox");
        var session = buyer.context().storageState();
        buyer.close();

        var scripted = time(locale, session, true);
        var plain = time(locale, session, false);

        assertThat(plain).isEqualTo(scripted + " UTC");
        if (locale.equals("en-GB")) {
            assertThat(scripted).matches("\\d{1,2} \\w+ 20\\d\\d, \\d\\d:\\d\\d");
        }
    }

    private static String time(String locale, String session, boolean script) {
        var options = Window.PHONE
                .options()
                .setLocale(locale)
                .setTimezoneId("UTC")
                .setStorageState(session)
                .setJavaScriptEnabled(script);
        try (var context = Chromium.browser().newContext(options)) {
            var page = context.newPage();
            page.navigate(frontDoor().resolve("/orders").toString());
            var time = page.locator("main time").first();
            if (script) {
                assertThat(time).hasAttribute("data-local", "");
            }
            return time.innerText().replace('\u00a0', ' ');
        }
    }
}
