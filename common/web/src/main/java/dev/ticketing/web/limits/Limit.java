package dev.ticketing.web.limits;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A quota within a window that begins with the first request; as a setting {@code 50/PT15M}. */
public record Limit(int quota, Duration window) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})/(P\\S{1,30})");

    public Limit {
        if (quota < 1) {
            throw new IllegalArgumentException("a limit of " + quota + " (expected: at least 1)");
        }
        if (window.toSeconds() < 1) {
            throw new IllegalArgumentException("a limit per " + window + " (expected: at least a second)");
        }
    }

    /** Spring converts settings of this type with this method. */
    public static Limit of(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException(text + " is not a limit (expected: 50/PT15M, for 50 within 15 minutes)");
        }
        try {
            return new Limit(Integer.parseInt(written.group(1)), Duration.parse(written.group(2)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text + " has no duration (expected: 50/PT15M)", e);
        }
    }
}
