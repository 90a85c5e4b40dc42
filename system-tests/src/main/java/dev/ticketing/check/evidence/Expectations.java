package dev.ticketing.check.evidence;

import java.time.Duration;
import java.util.Set;

/**
 * What whoever ran the load or the faults knows, and the evidence does not tell.
 *
 * @param poison messages that were put in to be refused, such as {@code ORDERS:17}; what cannot be read is found without
 * @param lateness how long after its deadline an order may have expired; {@code null}: not looked at, because the suite may
 *     have been down in the meantime
 */
public record Expectations(Set<String> poison, Duration lateness) {

    public static final Expectations NONE = new Expectations(Set.of(), null);
}
