package dev.ticketing.local;

import java.time.Duration;

/** Hears what happens while the suite starts, runs and stops. */
public interface Progress {

    void say(String line);

    default void ready(String process, Duration after) {
        say("  %-20s ready after %4.1f s".formatted(process, after.toMillis() / 1000.0));
    }

    /** Lines on standard output. */
    static Progress console() {
        return System.out::println;
    }
}
