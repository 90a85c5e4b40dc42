package dev.ticketing.check.invariant;

import dev.ticketing.check.invariant.Invariant.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the violations of one invariant. */
final class Findings {

    private final Invariant invariant;
    private final List<Violation> violations = new ArrayList<>();

    Findings(Invariant invariant) {
        this.invariant = invariant;
    }

    void add(List<String> ids, String message, @Nullable Object... values) {
        violations.add(new Violation(invariant, ids, message.formatted(values)));
    }

    void add(String id, String message, @Nullable Object... values) {
        add(List.of(id), message, values);
    }

    /** Reports two values that should be equal and are not. */
    void same(String id, String what, @Nullable Object actual, @Nullable Object expected) {
        if (!Objects.equals(actual, expected)) {
            add(id, "%s is %s (expected: %s)", what, actual, expected);
        }
    }

    List<Violation> all() {
        return violations;
    }
}
