package dev.ticketing.client.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The errors of a form.
 *
 * @param general errors that belong to no field
 * @param fields messages by field
 */
public record FormErrors(List<String> general, Map<String, List<String>> fields) {

    public static final FormErrors NONE = new FormErrors(List.of(), Map.of());

    public static FormErrors general(String message) {
        return new FormErrors(List.of(message), Map.of());
    }

    /** The same errors, with another text for a field. */
    public FormErrors reworded(String field, String text) {
        if (!has(field)) {
            return this;
        }
        var reworded = new LinkedHashMap<>(fields);
        reworded.put(field, List.of(text));
        return new FormErrors(general, reworded);
    }

    public List<String> of(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** All errors, with and without a field. */
    public List<String> all() {
        return Stream.concat(general.stream(), fields.values().stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    public boolean isEmpty() {
        return general.isEmpty() && fields.isEmpty();
    }
}
