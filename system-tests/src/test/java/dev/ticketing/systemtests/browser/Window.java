package dev.ticketing.systemtests.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** The windows: width and scripts in all combinations, language and colours spread over them. */
enum Window {
    PHONE(390, Locale.ENGLISH, ColorScheme.LIGHT, true),
    DESKTOP(1280, Locale.GERMAN, ColorScheme.DARK, true),
    PHONE_WITHOUT_SCRIPT(390, Locale.GERMAN, ColorScheme.DARK, false),
    DESKTOP_WITHOUT_SCRIPT(1280, Locale.ENGLISH, ColorScheme.LIGHT, false);

    private final int width;
    private final Locale locale;
    private final ColorScheme scheme;
    private final boolean script;

    Window(int width, Locale locale, ColorScheme scheme, boolean script) {
        this.width = width;
        this.locale = locale;
        this.scheme = scheme;
        this.script = script;
    }

    Locale locale() {
        return locale;
    }

    boolean hasScript() {
        return script;
    }

    boolean isNarrow() {
        return width < 600;
    }

    /** The same with scripts. */
    NewContextOptions optionsWithScript() {
        return options().setJavaScriptEnabled(true);
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, isNarrow() ? 844 : 900)
                .setLocale(locale.toLanguageTag())
                .setTimezoneId("Europe/Berlin")
                .setColorScheme(scheme)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script);
    }

    /** Part of a picture's name. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
