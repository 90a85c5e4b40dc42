package dev.ticketing.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A person at a browser, who identifies pages by their texts. */
final class Visitor implements AutoCloseable {

    static final String PASSWORD = "four horses in a battery";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    private final URI site;
    private final BrowserContext context;
    private final Page page;
    private final Texts texts;
    private final Inspection inspection;

    Visitor(URI site, Window window, Texts texts) {
        this.site = site;
        this.context = Chromium.browser().newContext(window.options());
        this.page = context.newPage();
        this.texts = texts;
        this.inspection = new Inspection(page, window);
        page.setDefaultTimeout(PATIENCE.toMillis());
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** An account, created without the pages. */
    Visitor signedUp() {
        var answer = context.request()
                .post(
                        site.resolve("/api/users/signup").toString(),
                        RequestOptions.create()
                                .setData(Map.of("email", UUID.randomUUID() + "@example.com", "password", PASSWORD)));
        if (answer.status() != 201) {
            throw new AssertionError("sign-up answered " + answer.status());
        }
        return this;
    }

    /** @return the id of a ticket, listed without the pages */
    String lists(String title, String price) {
        var answer = context.request()
                .post(
                        site.resolve("/api/tickets").toString(),
                        RequestOptions.create().setData(Map.of("title", title, "price", price)));
        return answer.text().replaceAll(".*\"id\":\"([0-9a-f]{24})\".*", "$1");
    }

    void edits(String ticketId, String title, String price) {
        context.request()
                .put(
                        site.resolve("/api/tickets/" + ticketId).toString(),
                        RequestOptions.create().setData(Map.of("title", title, "price", price)));
    }

    String ticketStatus(String ticketId) {
        var answer =
                context.request().get(site.resolve("/api/tickets/" + ticketId).toString());
        return answer.text().replaceAll(".*\"status\":\"([a-z]+)\".*", "$1");
    }

    Visitor open(String path) {
        page.navigate(site.resolve(path).toString());
        return this;
    }

    /** The current path, without the site's name. */
    String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    Visitor press(String key, Object... arguments) {
        button(key, arguments).click();
        return this;
    }

    Locator button(String key, Object... arguments) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(say(key, arguments)))
                .first();
    }

    Visitor follow(String key, Object... arguments) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(say(key, arguments)))
                .first()
                .click();
        return this;
    }

    /** The same, but not with a link of the header. */
    Visitor followHere(String key) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(say(key)))
                .first()
                .click();
        return this;
    }

    Visitor fill(String field, String value) {
        page.locator("[name=" + field + "]:visible").fill(value);
        return this;
    }

    Visitor pays(String card) {
        return fill("number", card).fill("expiry", "12/34").fill("cvc", "123").press("pay.submit");
    }

    /** Answers the question of a dialog, or of the page that asks without a script. */
    Visitor confirms(String key, Object... arguments) {
        page.getByText(say(key, arguments)).waitFor();
        page.locator(".danger").last().click();
        return this;
    }

    /** Waits for it. */
    Visitor sees(String key, Object... arguments) {
        return seesText(say(key, arguments));
    }

    Visitor seesText(String text) {
        assertThat(page.locator("main")).containsText(text);
        return this;
    }

    /** Reloads a page until it shows the text, because other services receive a change a little later. */
    Visitor openUntil(String path, String key) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            open(path);
            return page.locator("main").innerText().contains(say(key));
        });
        return this;
    }

    /** Waits for something slow. */
    void waitsFor(String selector, String text, Duration patience) {
        assertThat(page.locator(selector))
                .containsText(text, new ContainsTextOptions().setTimeout(patience.toMillis()));
    }

    /** In the browser's own format. */
    String seconds(int seconds) {
        return (String) page.evaluate(
                "seconds => new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(seconds)",
                seconds);
    }

    /** Waits for the page's heading. */
    Visitor isAt(String key, Object... arguments) {
        assertThat(page.locator("h1")).hasText(say(key, arguments));
        return this;
    }

    String say(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /** Accessible, within its width, and without an error in the browser; a picture is saved. */
    Visitor looksRight(String name) {
        inspection.inspect(name);
        return this;
    }

    /** As printed on paper; a picture is saved. */
    Visitor prints(String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        inspection.picture(name);
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
