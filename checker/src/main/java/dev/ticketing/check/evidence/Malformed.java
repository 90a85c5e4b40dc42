package dev.ticketing.check.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A message that no consumer can read.
 *
 * @param position stream and sequence, such as {@code ORDERS:17}
 * @param addressee the only consumer that an operator replayed it to; absent for all
 */
public record Malformed(String position, @Nullable String addressee) {

    public boolean isFor(String consumer) {
        return addressee == null || addressee.equals(consumer);
    }
}
