package dev.ticketing.bench.measure;

import java.time.Duration;

/** Work that can be measured. */
@FunctionalInterface
public interface Load {

    /** Runs for about this long. */
    Sample run(Duration length) throws Exception;
}
