package dev.ticketing.simulator;

import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param lives orders that were placed
 * @param steps times that somebody went on
 * @param simulated how long it took, by the simulated clock
 * @param counts what happened how often
 * @param violations what must not be; empty if all was well
 * @param story what happened, if it was to be told
 * @param fingerprint of all that happened in its order; the same seed has the same
 */
public record Outcome(
        int lives,
        long steps,
        java.time.Duration simulated,
        Map<String, Long> counts,
        List<String> violations,
        List<String> story,
        long fingerprint) {

    public boolean failed() {
        return !violations.isEmpty();
    }
}
