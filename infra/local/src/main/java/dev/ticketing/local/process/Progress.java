package dev.ticketing.local.process;

import java.time.Duration;

/** Receives the progress of the suite while it starts, runs and stops. */
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
