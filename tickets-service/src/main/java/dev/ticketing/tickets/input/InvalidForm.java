package dev.ticketing.tickets.input;

import dev.ticketing.web.input.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Parts of a form violate rules; the exception names every violation. */
public class InvalidForm extends RuntimeException {

    private final transient List<InvalidInput> broken;

    private InvalidForm(String what, List<InvalidInput> broken) {
        super("The " + what + " is not valid.");
        this.broken = List.copyOf(broken);
    }

    public List<InvalidInput> broken() {
        return broken;
    }

    /** Collects the violations of a form, so that people see all of them at once. */
    public static final class Checks {

        private final String what;
        private final List<String> first;
        private final List<InvalidInput> broken = new ArrayList<>();

        /**
         * @param what such as {@code ticket}
         * @param first the fields whose violations come first, whatever is checked first
         */
        public Checks(String what, String... first) {
            this.what = what;
            this.first = List.of(first);
        }

        /** The valid part; empty, and noted, if it violates a rule. */
        public <T> Optional<T> of(Supplier<T> part) {
            try {
                return Optional.of(part.get());
            } catch (InvalidInput e) {
                broken.add(e);
                return Optional.empty();
            }
        }

        /** @throws InvalidForm if there was a violation */
        public void requireNone() {
            if (!broken.isEmpty()) {
                broken.sort(Comparator.comparingInt(this::place));
                throw new InvalidForm(what, broken);
            }
        }

        private int place(InvalidInput input) {
            var place = first.indexOf(input.field());
            return place < 0 ? first.size() : place;
        }
    }
}
