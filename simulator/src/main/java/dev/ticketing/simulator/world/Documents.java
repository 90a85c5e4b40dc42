package dev.ticketing.simulator.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;

/** The part of MongoDB's query and update language that the services use; anything else fails. */
final class Documents {

    private Documents() {}

    /** The values at a path, those of arrays one by one; none if it is missing. */
    static List<Object> values(Object of, String path) {
        var found = new ArrayList<>();
        collect(of, path, found);
        return found;
    }

    private static void collect(Object of, String path, List<Object> found) {
        if (of instanceof Collection<?> elements) {
            elements.forEach(element -> collect(element, path, found));
        } else if (of instanceof Document document) {
            var dot = path.indexOf('.');
            var value = document.get(dot < 0 ? path : path.substring(0, dot));
            if (dot >= 0) {
                collect(value, path.substring(dot + 1), found);
            } else if (value instanceof Collection<?> elements) {
                found.addAll(elements);
            } else if (value != null) {
                found.add(value);
            }
        }
    }

    static boolean matches(Document document, Map<String, Object> filter) {
        for (var part : filter.entrySet()) {
            if (!matches(document, part.getKey(), part.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Document document, String path, Object condition) {
        return switch (path) {
            case "$and" -> filters(condition).stream().allMatch(each -> matches(document, each));
            case "$or" -> filters(condition).stream().anyMatch(each -> matches(document, each));
            default -> {
                // most documents lack a sparse field
                var dot = path.indexOf('.');
                var first = document.get(dot < 0 ? path : path.substring(0, dot));
                yield matches(first == null ? List.of() : values(document, path), condition);
            }
        };
    }

    private static List<Document> filters(Object value) {
        return ((Collection<?>) value).stream().map(Document.class::cast).toList();
    }

    private static boolean matches(List<Object> values, Object condition) {
        if (condition instanceof Document operators
                && !operators.isEmpty()
                && operators.keySet().iterator().next().startsWith("$")) {
            return operators.entrySet().stream()
                    .allMatch(operator -> matches(values, operator.getKey(), operator.getValue()));
        }
        return condition == null ? values.isEmpty() : values.stream().anyMatch(value -> same(value, condition));
    }

    private static boolean matches(List<Object> values, String operator, Object operand) {
        return switch (operator) {
            case "$in" ->
                ((Collection<?>) operand)
                        .stream().anyMatch(option -> values.stream().anyMatch(value -> same(value, option)));
            case "$lt" -> values.stream().anyMatch(value -> compare(value, operand) < 0);
            case "$lte" -> values.stream().anyMatch(value -> compare(value, operand) <= 0);
            case "$gt" -> values.stream().anyMatch(value -> compare(value, operand) > 0);
            case "$gte" -> values.stream().anyMatch(value -> compare(value, operand) >= 0);
            case "$ne" -> values.stream().noneMatch(value -> same(value, operand));
            case "$exists" -> values.isEmpty() != Boolean.TRUE.equals(operand);
            default -> throw new AssertionError("query operator " + operator);
        };
    }

    private static boolean same(Object one, Object other) {
        return one instanceof Number a && other instanceof Number b
                ? a.longValue() == b.longValue()
                : Objects.equals(one, other);
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return Long.compare(a.longValue(), b.longValue());
        }
        return ((Comparable<Object>) one).compareTo(other);
    }

    static Comparator<Document> by(Document sort) {
        return sort.entrySet().stream()
                .map(key -> {
                    Comparator<Document> comparator = (one, other) ->
                            Arrays.compare(first(one, key.getKey()), first(other, key.getKey()), Documents::compare);
                    return ((Number) key.getValue()).intValue() < 0 ? comparator.reversed() : comparator;
                })
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Object[] first(Document document, String path) {
        return values(document, path).stream().limit(1).toArray();
    }

    /** @param inserted whether this update creates the document */
    static Document updated(Document before, Document update, boolean inserted) {
        var after = new Document(before);
        update.forEach((operator, fields) -> {
            if (inserted || !operator.equals("$setOnInsert")) {
                ((Document) fields).forEach((field, value) -> change(after, operator, field, value));
            }
        });
        return after;
    }

    private static void change(Document document, String operator, String field, Object value) {
        if (field.indexOf('.') >= 0) {
            throw new AssertionError("update of " + field);
        }
        switch (operator) {
            case "$set", "$setOnInsert" -> document.put(field, value);
            case "$inc" ->
                document.merge(field, value, (old, by) -> ((Number) old).intValue() + ((Number) by).intValue());
            case "$unset" -> document.remove(field);
            case "$max" -> {
                if (document.get(field) == null || compare(value, document.get(field)) > 0) {
                    document.put(field, value);
                }
            }
            case "$pull" -> pull(document, field, (Document) value);
            default -> throw new AssertionError("update operator " + operator);
        }
    }

    private static void pull(Document document, String field, Document filter) {
        if (document.get(field) instanceof Collection<?> elements) {
            document.put(
                    field,
                    elements.stream()
                            .filter(element -> !(element instanceof Document each && matches(each, filter)))
                            .toList());
        }
    }
}
