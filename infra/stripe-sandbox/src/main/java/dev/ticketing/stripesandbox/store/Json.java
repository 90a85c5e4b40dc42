package dev.ticketing.stripesandbox.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's JSON: snake_case, nulls written out, fields as they are. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .build();

    private Json() {}

    /** A document for callers: without the fields that start with an underscore. */
    public static ObjectNode view(Object document) {
        ObjectNode tree = MAPPER.valueToTree(document);
        tree.propertyNames().stream()
                .filter(name -> name.startsWith("_"))
                .toList()
                .forEach(tree::remove);
        return tree;
    }

    public static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }
}
