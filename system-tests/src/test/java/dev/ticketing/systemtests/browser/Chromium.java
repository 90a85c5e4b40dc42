package dev.ticketing.systemtests.browser;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one browser of all stories: the system's, if it has one, else the one that Playwright fetches. */
final class Chromium {

    /** Only the page: no updates, no services of the browser's vendor. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-quic",
            "--disable-sync",
            "--no-first-run");

    private Chromium() {}

    /** Skips the test if {@code ./dev test} could not fetch one. */
    static Browser browser() {
        assumeFalse("none".equals(System.getenv("CHROMIUM")), "there is no browser");
        return Holder.BROWSER;
    }

    private static Browser launch() {
        var system = find();
        var environment = new HashMap<>(System.getenv());
        system.ifPresent(path -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var options = new LaunchOptions().setArgs(QUIET);
        system.ifPresent(options::setExecutablePath);
        return Playwright.create(new CreateOptions().setEnv(environment))
                .chromium()
                .launch(options);
    }

    private static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
        return named.or(() -> Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(program -> Path.of("/usr/bin", program))
                .filter(Files::isExecutable)
                .findFirst());
    }

    private static final class Holder {

        private static final Browser BROWSER = launch();
    }
}
