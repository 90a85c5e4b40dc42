package dev.ticketing.k8s.api;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Conditions, and the messages if they are not met. */
final class Checks {

    private Checks() {}

    static Stream<String> unless(boolean fine, String violation) {
        return fine ? Stream.empty() : Stream.of(violation);
    }

    static Stream<String> oneOf(String value, List<String> allowed, String field) {
        return unless(
                value == null || allowed.contains(value), field + " is " + value + " (expected: " + allowed + ")");
    }

    /** A missing value is in every range, because the API server sets its default. */
    static Stream<String> between(Number value, long least, long most, String field) {
        return unless(
                value == null || value.longValue() >= least && value.longValue() <= most,
                "%s is %s (expected: %d to %d)".formatted(field, value, least, most));
    }

    static Stream<String> unique(Collection<?> values, String what) {
        return values.stream()
                .filter(value -> Collections.frequency(values, value) > 1)
                .distinct()
                .map(value -> what + " " + value + " is there more than once");
    }

    static long present(Object... fields) {
        return Stream.of(fields).filter(Objects::nonNull).count();
    }
}
