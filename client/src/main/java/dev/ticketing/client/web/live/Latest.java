package dev.ticketing.client.web.live;

import java.util.LinkedHashMap;
import java.util.Optional;

/** The latest change of each of the subjects that changed last, and how far back they reach. Not thread-safe. */
final class Latest {

    private final int capacity;
    private final LinkedHashMap<String, Placed> changes = new LinkedHashMap<>();
    private long from;
    private long last;

    private record Placed(long sequence, Change change) {}

    Latest(int capacity) {
        this.capacity = capacity;
    }

    /** Forgets everything: changes up to there are unknown. */
    void beginAfter(long sequence) {
        changes.clear();
        from = sequence;
        last = sequence;
    }

    void add(long sequence, Change change) {
        last = sequence;
        changes.remove(change.id()); // moves it to the end
        changes.put(change.id(), new Placed(sequence, change));
        if (changes.size() > capacity) {
            from = changes.pollFirstEntry().getValue().sequence();
        }
    }

    long last() {
        return last;
    }

    /** Whether no later change is forgotten, and this place has been reached. */
    boolean reachesBackTo(long sequence) {
        return sequence >= from && sequence <= last;
    }

    Optional<Change> of(String id, long after) {
        return Optional.ofNullable(changes.get(id))
                .filter(placed -> placed.sequence() > after)
                .map(Placed::change);
    }
}
