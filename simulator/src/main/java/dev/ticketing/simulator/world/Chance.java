package dev.ticketing.simulator.world;

import java.util.List;
import java.util.SplittableRandom;

/** All random decisions, from one seed. */
final class Chance {

    private static final long MILLI = 1_000;

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean in(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A random time between these milliseconds, in microseconds. */
    long millis(double least, double most) {
        return (long) (random.nextDouble(least, most) * MILLI);
    }

    <T> T of(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
