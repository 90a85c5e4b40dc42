package dev.ticketing.local.mongodb;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The conditions that searches are made of, understood once instead of for every document: equality, ranges, {@code $in} and regular
 * expressions of plain fields, with {@code $and} and {@code $or}. What is not among them is left to the library.
 */
final class QuickMatch {

    private static final Set<String> EXPRESSION = Set.of("$regex", "$options");

    private QuickMatch() {}

    /** Empty if there is anything in the query that is not understood here. */
    static Optional<Predicate<Document>> of(Document query) {
        return all(query.entrySet().stream()
                .map(condition -> condition(condition.getKey(), condition.getValue()))
                .toList());
    }

    private static Optional<Predicate<Document>> condition(String key, Object wanted) {
        return switch (key) {
            case "$and" -> all(parts(wanted));
            case "$or" -> any(parts(wanted));
            default -> key.startsWith("$") || key.contains(".") ? Optional.empty() : field(key, wanted);
        };
    }

    private static List<Optional<Predicate<Document>>> parts(Object conditions) {
        return ((Collection<?>) conditions)
                .stream().map(part -> of((Document) part)).toList();
    }

    private static Optional<Predicate<Document>> all(List<Optional<Predicate<Document>>> parts) {
        return parts.stream()
                .reduce((one, other) -> one.flatMap(first -> other.map(first::and)))
                .orElse(Optional.of(document -> true));
    }

    private static Optional<Predicate<Document>> any(List<Optional<Predicate<Document>>> parts) {
        return parts.stream()
                .reduce((one, other) -> one.flatMap(first -> other.map(first::or)))
                .orElse(Optional.empty());
    }

    private static Optional<Predicate<Document>> field(String name, Object wanted) {
        return value(wanted).map(test -> document -> {
            var value = document.get(name);
            return value instanceof Collection<?> many ? many.stream().anyMatch(test) : test.test(value);
        });
    }

    private static Optional<Predicate<Object>> value(Object wanted) {
        if (wanted instanceof BsonRegularExpression expression) {
            return Optional.of(value ->
                    value instanceof String text && expression.matcher(text).find());
        }
        if (wanted instanceof Document written && written.get("$regex") instanceof String pattern) {
            var options = written.getOrDefault("$options", "");
            return EXPRESSION.containsAll(written.keySet())
                    ? value(new BsonRegularExpression(pattern, options.toString()))
                    : Optional.empty();
        }
        if (wanted instanceof Document operators) {
            return operators.entrySet().stream()
                    .map(operator -> operator(operator.getKey(), operator.getValue()))
                    .reduce((one, other) -> one.flatMap(first -> other.map(first::and)))
                    .orElse(Optional.empty());
        }
        return isPlain(wanted) ? Optional.of(wanted::equals) : Optional.empty();
    }

    private static Optional<Predicate<Object>> operator(String operator, Object bound) {
        return switch (operator) {
            case "$in" ->
                bound instanceof Collection<?> several && several.stream().allMatch(QuickMatch::isPlain)
                        ? Optional.of(value -> value != null && several.contains(value))
                        : Optional.empty();
            case "$gt" -> range(bound, order -> order > 0);
            case "$gte" -> range(bound, order -> order >= 0);
            case "$lt" -> range(bound, order -> order < 0);
            case "$lte" -> range(bound, order -> order <= 0);
            default -> Optional.empty();
        };
    }

    /** Of whole numbers and of ids; what is of another type is in no range. */
    private static Optional<Predicate<Object>> range(Object bound, IntPredicate inside) {
        return switch (bound) {
            case Long limit -> whole(limit, inside);
            case Integer limit -> whole(limit, inside);
            case ObjectId limit ->
                Optional.of(value -> value instanceof ObjectId id && inside.test(id.compareTo(limit)));
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Object>> whole(long limit, IntPredicate inside) {
        return Optional.of(value -> (value instanceof Long || value instanceof Integer)
                && inside.test(Long.compare(((Number) value).longValue(), limit)));
    }

    /** What is equal only to its like: not numbers, which are equal across types. */
    private static boolean isPlain(Object wanted) {
        return wanted instanceof String || wanted instanceof ObjectId || wanted instanceof Boolean;
    }
}
