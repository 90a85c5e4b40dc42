package dev.ticketing.local.process;

import java.time.Duration;

/** The wait before the next start: doubles with every death in a row, up to a limit. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(30);

    private Duration next = FIRST;

    Duration afterLiving(Duration life) {
        if (life.compareTo(STEADY) > 0) {
            next = FIRST;
        }
        var pause = next;
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        return pause;
    }
}
