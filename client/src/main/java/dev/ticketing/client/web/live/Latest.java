package dev.ticketing.client.web.live;

import java.util.LinkedHashMap;
import java.util.Optional;

/** The latest change of each of the things that changed last, and how far back that reaches. Not thread-safe. */
final class Latest {

    private final int capacity;
    private final LinkedHashMap<String, Placed> changes = new LinkedHashMap<>();
    private long from;
    private long heard;

    private record Placed(long sequence, Change change) {}

    Latest(int capacity) {
        this.capacity = capacity;
    }

    /** Forgets everything: what was up to there is not known. */
    void beginAfter(long sequence) {
        changes.clear();
        from = sequence;
        heard = sequence;
    }

    void add(long sequence, Change change) {
        heard = sequence;
        changes.remove(change.id()); // so that it goes to the end
        changes.put(change.id(), new Placed(sequence, change));
        if (changes.size() > capacity) {
            from = changes.pollFirstEntry().getValue().sequence();
        }
    }

    long heard() {
        return heard;
    }

    /** Whether nothing that came after is forgotten, and it has not been further than this. */
    boolean reachesBackTo(long sequence) {
        return sequence >= from && sequence <= heard;
    }

    Optional<Change> of(String id, long after) {
        return Optional.ofNullable(changes.get(id))
                .filter(placed -> placed.sequence() > after)
                .map(Placed::change);
    }
}
