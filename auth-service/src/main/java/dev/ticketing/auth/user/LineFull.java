package dev.ticketing.auth.user;

import dev.ticketing.web.limits.LimitExceeded;
import java.time.Duration;

/** The queue of one client for signing up or in is full. Other clients are not affected. */
class LineFull extends LimitExceeded {

    private static final Duration WAIT = Duration.ofSeconds(1);

    /** @param longest how many requests may wait */
    LineFull(int longest) {
        super(
                "too-many-at-once",
                "Too many people are signing in from your network. Try again in a moment.",
                "waiting-by-client",
                longest,
                null,
                WAIT);
    }
}
