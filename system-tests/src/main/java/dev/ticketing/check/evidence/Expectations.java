package dev.ticketing.check.evidence;

import java.time.Duration;
import java.util.Set;

/**
 * What whoever ran the load or the faults knows, and the evidence does not tell.
 *
 * @param poison messages that were put in to be refused, such as {@code ORDERS:17}; what cannot be read is found without
 * @param lateness how long after its deadline an order may have expired, the suite's stops not counted; {@code null}: not
 *     looked at
 */
public record Expectations(Set<String> poison, Duration lateness) {

    /** What the contract promises. */
    public static final Duration PROMISED_LATENESS = Duration.ofSeconds(5);

    public static final Expectations NONE = new Expectations(Set.of(), PROMISED_LATENESS);
}
