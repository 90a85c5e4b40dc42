package dev.ticketing.client.web.live;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The position in both streams, the same at every instance, so that a browser can continue at another one. */
record Place(long tickets, long orders) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /** Empty if the text is not a place. */
    static Optional<Place> of(@Nullable String written) {
        return Optional.ofNullable(written)
                .map(WRITTEN::matcher)
                .filter(place -> place.matches())
                .map(place -> new Place(Long.parseLong(place.group(1)), Long.parseLong(place.group(2))));
    }

    @Override
    public String toString() {
        return tickets + "." + orders;
    }
}
