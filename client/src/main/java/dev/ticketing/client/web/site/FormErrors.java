package dev.ticketing.client.web.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is wrong with a form.
 *
 * @param general what belongs to no field of it
 * @param fields messages by the field they belong to
 */
public record FormErrors(List<String> general, Map<String, List<String>> fields) {

    public static final FormErrors NONE = new FormErrors(List.of(), Map.of());

    public static FormErrors general(String message) {
        return new FormErrors(List.of(message), Map.of());
    }

    public List<String> of(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Wherever they belong. */
    public List<String> all() {
        return Stream.concat(general.stream(), fields.values().stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    public boolean isEmpty() {
        return general.isEmpty() && fields.isEmpty();
    }
}
