package dev.ticketing.client.web.live;

import java.util.Optional;
import java.util.regex.Pattern;

/** How far the streams have been heard: the same at every instance, so that a browser may go on at another. */
record Place(long tickets, long orders) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /** Empty if it is none of ours. */
    static Optional<Place> of(String written) {
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
