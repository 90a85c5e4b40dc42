package dev.ticketing.apidocs;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of the document, by the full names of their classes until they are {@link #named}. */
final class Schemas {

    private static final String OURS = "dev.ticketing.";

    private final JsonMapper json;
    private final Map<String, ObjectNode> byClass = new TreeMap<>();

    Schemas(JsonMapper json) {
        this.json = json;
    }

    void add(JsonNode schemas) {
        schemas.propertyStream()
                .filter(schema -> schema.getKey().startsWith(OURS))
                .forEach(schema -> byClass.put(schema.getKey(), (ObjectNode) schema.getValue()));
    }

    /** For a type that no signature names. */
    void add(String className) {
        var type = new AnnotatedType(ClassUtils.resolveClassName(className, null));
        ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(type)
                .referencedSchemas
                .forEach((name, schema) -> byClass.put(name, (ObjectNode) json.readTree(Json31.pretty(schema))));
        byClass.put(className.replace('$', '.'), (ObjectNode)
                json.readTree(Json31.pretty(ModelConverters.getInstance(true).resolveAsResolvedSchema(type).schema)));
    }

    /** All schemas, with short names in the schemas and in the document. */
    JsonNode named(ObjectNode document, JsonNode patches) {
        var schemas = document.withObject("/components/schemas");
        byClass.forEach((name, schema) -> schemas.set(name, required(name, schema)));
        requireDistinctNames();
        var text = document.toString();
        for (var name : byClass.keySet()) {
            text = text.replace("\"" + name + "\"", "\"" + shortName(name) + "\"")
                    .replace("schemas/" + name + "\"", "schemas/" + shortName(name) + "\"");
        }
        var named = json.readTree(text);
        patch(named.path("components").path("schemas"), patches);
        return named;
    }

    private void requireDistinctNames() {
        var names = byClass.keySet().stream().collect(Collectors.groupingBy(this::shortName, Collectors.counting()));
        names.values().removeIf(count -> count == 1);
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("several classes are called " + names.keySet());
        }
    }

    /** {@code OrderController.TicketView} is {@code OrderTicket}, because there is a {@code Ticket} too. */
    private String shortName(String name) {
        var simple = simple(name);
        var isTaken = byClass.keySet().stream()
                        .filter(other -> simple(other).equals(simple))
                        .count()
                > 1;
        var owner = name.substring(0, name.lastIndexOf('.'));
        var prefix = owner.substring(owner.lastIndexOf('.') + 1).replaceAll("Controller$", "");
        var isNested = Character.isUpperCase(prefix.charAt(0));
        return isTaken && isNested && !simple.equals(prefix) ? prefix + simple : simple;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replaceAll("View$", "");
    }

    /** Of a response, all components are present that may not be null. */
    private static ObjectNode required(String name, ObjectNode schema) {
        var type = ClassUtils.resolveClassName(name, null);
        var isResponse = !schema.has("required") && type.isRecord();
        if (isResponse) {
            var required = schema.putArray("required");
            Stream.of(type.getRecordComponents())
                    .filter(Schemas::isPresent)
                    .map(RecordComponent::getName)
                    .sorted()
                    .forEach(required::add);
        }
        return schema;
    }

    private static boolean isPresent(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .noneMatch(annotation -> annotation.annotationType() == Nullable.class);
    }

    private static void patch(JsonNode schemas, JsonNode patches) {
        patches.propertyStream().forEach(patched -> {
            var schema = (ObjectNode) schemas.path(patched.getKey());
            patched.getValue().propertyStream().forEach(part -> patch(schema, part.getKey(), part.getValue()));
        });
    }

    private static void patch(ObjectNode schema, String part, JsonNode value) {
        var properties = schema.path("properties");
        var patched = part.equals("required") ? schema : properties;
        if (!patched.has(part)) {
            throw new IllegalArgumentException(
                    "%s is not in the code (expected: one of %s)".formatted(part, properties.propertyNames()));
        }
        ((ObjectNode) patched).set(part, value);
    }
}
