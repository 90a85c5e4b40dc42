package dev.ticketing.stripesandbox.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a call, form-encoded with brackets: {@code a[b][c]=1}, {@code list[]=x} or {@code list[0]=x}. A
 * child sees the names below its own. Errors name the full parameter, as Stripe's do.
 */
public final class Params {

    private final Map<String, List<String>> values;
    private final String prefix;

    public Params(Map<String, List<String>> values) {
        this(values, "");
    }

    private Params(Map<String, List<String>> values, String prefix) {
        this.values = values;
        this.prefix = prefix;
    }

    public static Params none() {
        return new Params(Map.of());
    }

    public Params child(String name) {
        return new Params(values, full(name));
    }

    /** The name as Stripe writes it in errors. */
    public String full(String name) {
        return prefix.isEmpty() ? name : prefix + "[" + name + "]";
    }

    public boolean has(String name) {
        var full = full(name);
        return values.keySet().stream().anyMatch(key -> key.equals(full) || key.startsWith(full + "["));
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(full(name))).map(List::getLast).filter(value -> !value.isEmpty());
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> StripeError.missing(full(name)));
    }

    public Optional<Long> integer(String name) {
        return text(name).map(value -> parse(name, value));
    }

    public long requiredInteger(String name) {
        return parse(name, requiredText(name));
    }

    public boolean flag(String name) {
        return text(name).map(value -> parseFlag(name, value)).orElse(false);
    }

    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
        return text(name)
                .map(value -> List.of(type.getEnumConstants()).stream()
                        .filter(each -> each.name().toLowerCase().equals(value))
                        .findFirst()
                        .orElseThrow(() -> StripeError.invalid(
                                "Invalid %s: must be one of %s".formatted(full(name), String.join(", ", names(type))),
                                full(name))));
    }

    public List<String> list(String name) {
        var found = new ArrayList<String>();
        values.forEach((key, value) -> {
            if (key.startsWith(full(name) + "[") && key.indexOf(']', full(name).length()) == key.length() - 1) {
                found.addAll(value);
            }
        });
        return found;
    }

    /** A map such as {@code metadata}; an empty value removes an entry. */
    public Map<String, String> map(String name) {
        var found = new LinkedHashMap<String, String>();
        var start = full(name) + "[";
        values.forEach((key, value) -> {
            if (key.startsWith(start) && key.endsWith("]")) {
                found.put(key.substring(start.length(), key.length() - 1), value.getLast());
            }
        });
        return Collections.unmodifiableMap(found);
    }

    private long parse(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw StripeError.invalid("Invalid integer: " + value, full(name), "parameter_invalid_integer");
        }
    }

    private boolean parseFlag(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw StripeError.invalid("Invalid boolean: " + value, full(name));
        };
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return List.of(type.getEnumConstants()).stream()
                .map(each -> each.name().toLowerCase())
                .toList();
    }
}
