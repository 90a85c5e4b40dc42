package dev.ticketing.check.evidence;

import java.time.Duration;
import java.util.Set;

/**
 * Facts that only the test of load or faults knows.
 *
 * @param poison messages injected to be refused, such as {@code ORDERS:17}; unreadable ones are detected anyway
 * @param lateness how long after its deadline an order may have expired, not counting stops of the suite;
 *     {@code null}: not checked
 */
public record Expectations(Set<String> poison, Duration lateness) {

    /** The promise of the contract. */
    public static final Duration PROMISED_LATENESS = Duration.ofSeconds(5);

    public static final Expectations NONE = new Expectations(Set.of(), PROMISED_LATENESS);
}
