package dev.ticketing.bench;

import java.time.Duration;

/** Work that can be measured. */
@FunctionalInterface
interface Load {

    /** Runs for about this long. */
    Sample run(Duration length) throws Exception;
}
