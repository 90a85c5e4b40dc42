package dev.ticketing.client.web.site;

import java.util.List;
import java.util.Map;

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

    public boolean isEmpty() {
        return general.isEmpty() && fields.isEmpty();
    }
}
