package dev.ticketing.client.web.cookie;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A short text that the visitor's browser stores for a while, because the pages have no sessions of their own (ADR
 * 0030). Scripts cannot read it, and other sites cannot write it; the visitor can do both.
 */
public enum BrowserNote {
    /** The ticket that a visitor wanted to purchase before signing in. */
    PURCHASE(Duration.ofMinutes(15)),
    /** The input of a seller whose session had ended. */
    DRAFT(Duration.ofMinutes(15)),
    /** The reply of a buyer's bank about their payment. */
    BANK(Duration.ofMinutes(2)),
    /** An action that has succeeded, for the next page to confirm. */
    DONE(Duration.ofMinutes(1));

    /** Browsers store 4 KB including all attributes (RFC 6265, 6.1). */
    private static final int LONGEST = 3000;

    private final SiteCookie cookie = new SiteCookie(name().toLowerCase(Locale.ROOT));
    private final Duration keep;

    BrowserNote(Duration keep) {
        this.keep = keep;
    }

    /** The stored text; empty if there is none, or it is not ours. */
    public Optional<String> read(HttpServletRequest request) {
        return cookie.read(request).flatMap(BrowserNote::decoded);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
                    .filter(text -> !text.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Stores the text, unless it is too long. */
    public void write(String text, HttpServletRequest request, HttpServletResponse response) {
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        if (value.length() <= LONGEST) {
            cookie.write(value, keep, request, response);
        }
    }

    /** Does nothing if nothing is stored. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        if (cookie.read(request).isPresent()) {
            cookie.write("", SiteCookie.FORGET, request, response);
        }
    }

    /** For a visitor who signs out: the next person at this browser sees none of it. */
    public static void forgetAll(HttpServletRequest request, HttpServletResponse response) {
        for (var note : values()) {
            note.forget(request, response);
        }
    }
}
