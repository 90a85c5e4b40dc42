package dev.ticketing.simulator;

import java.util.List;
import java.util.Map;

/**
 * The result of a run.
 *
 * @param lives the number of placed orders
 * @param steps the number of turns
 * @param simulated its duration by the simulated clock
 * @param counts how often each thing happened
 * @param violations of the invariants; empty if there is none
 * @param story the steps, if they were recorded
 * @param fingerprint of all steps in their order; the same for the same seed
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
