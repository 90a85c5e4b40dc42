package dev.ticketing.simulator.world;

import java.util.List;
import java.util.SplittableRandom;

/** All that is left to chance, from one seed. */
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

    /** Microseconds between so many milliseconds. */
    long millis(double least, double most) {
        return (long) (random.nextDouble(least, most) * MILLI);
    }

    <T> T of(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
