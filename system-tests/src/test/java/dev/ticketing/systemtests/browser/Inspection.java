package dev.ticketing.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Requirements for every page in every state. */
final class Inspection {

    private static final Path PICTURES = Path.of("target", "screenshots");
    /** htmx reports two errors for a search that the next one replaces, and one more without a connection. */
    private static final List<String> OVERTAKEN = List.of("htmx:afterRequest", "htmx:sendAbort", "htmx:sendError");

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Page page;
    private final Window window;
    private final List<String> complaints = new ArrayList<>();

    Inspection(Page page, Window window) {
        this.page = page;
        this.window = window;
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
    }

    /** Chromium also logs every unsuccessful response, which many of these pages are on purpose. */
    private void note(ConsoleMessage message) {
        if (message.type().equals("error")
                && !message.text().startsWith("Failed to load resource")
                && OVERTAKEN.stream().noneMatch(message.text()::startsWith)) {
            complaints.add(message.text());
        }
    }

    void picture(String name) {
        page.screenshot(new ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + window.suffix() + ".png")));
    }

    void inspect(String name) {
        picture(name);
        assertThat(page.content()).as("texts of %s", name).doesNotContain("??");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels of %s beyond the right edge", name)
                .isNotPositive();
        assertThat(violations())
                .extracting(Inspection::told)
                .as("what axe finds on %s (%s)", name, window)
                .isEmpty();
        assertThat(complaints).as("complaints of the browser at %s", name).isEmpty();
    }

    private List<Rule> violations() {
        if (window.hasScript()) {
            return violations(page);
        }
        try (var context = Chromium.browser().newContext(window.optionsWithScript())) {
            return violations(copy(context));
        }
    }

    private static List<Rule> violations(Page page) {
        return new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
    }

    /** axe is a script itself: it inspects a copy of the page without the page's own scripts. */
    private Page copy(BrowserContext context) {
        var html = page.content().replaceAll("<meta http-equiv=\"refresh\"[^>]*>", "");
        context.route("**/*.js", Route::abort);
        context.route(
                page.url(),
                route -> route.fulfill(new FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(html)));
        var copy = context.newPage();
        copy.navigate(page.url());
        return copy;
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
