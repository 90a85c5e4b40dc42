package dev.ticketing.local.mongodb;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Picks the documents that come first without putting all of them in order. */
final class QuickSort {

    private QuickSort() {}

    /** Those that are first by this order, in none. All of them if there is no order. */
    static Stream<Document> first(int count, Stream<Document> all, Document orderBy) {
        if (orderBy == null || orderBy.isEmpty() || orderBy.containsKey("$natural")) {
            return all;
        }
        var order = order(orderBy);
        var lastFirst = new PriorityQueue<>(order.reversed());
        inLikelyOrder(all, orderBy).forEach(document -> {
            if (lastFirst.size() < count) {
                lastFirst.add(document);
            } else if (order.compare(document, lastFirst.peek()) < 0) {
                lastFirst.poll();
                lastFirst.add(document);
            }
        });
        return lastFirst.stream();
    }

    /** What was inserted last has the highest id: from there on, the first ones are the ones to keep. */
    private static Stream<Document> inLikelyOrder(Stream<Document> all, Document orderBy) {
        return isDescending(orderBy.values().iterator().next()) ? all.toList().reversed().stream() : all;
    }

    /** The library's, which looks every part up by its path, only decides what plain values do not. */
    private static Comparator<Document> order(Document orderBy) {
        var library = new DocumentComparator(orderBy);
        return (one, other) -> {
            for (var key : orderBy.entrySet()) {
                var first = one.get(key.getKey());
                var second = other.get(key.getKey());
                if (!isPlain(first) || !isPlain(second) || first.getClass() != second.getClass()) {
                    return library.compare(one, other);
                }
                var order = compare(first, second);
                if (order != 0) {
                    return isDescending(key.getValue()) ? -order : order;
                }
            }
            return 0;
        };
    }

    private static boolean isPlain(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof ObjectId;
    }

    private static int compare(Object first, Object second) {
        return switch (first) {
            case Long number -> number.compareTo((Long) second);
            case Integer number -> number.compareTo((Integer) second);
            case ObjectId id -> id.compareTo((ObjectId) second);
            default -> throw new IllegalArgumentException(first + " (expected: a plain value)");
        };
    }

    private static boolean isDescending(Object direction) {
        return ((Number) direction).intValue() < 0;
    }
}
