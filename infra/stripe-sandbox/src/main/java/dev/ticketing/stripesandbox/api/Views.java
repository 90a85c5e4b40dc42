package dev.ticketing.stripesandbox.api;

import dev.ticketing.stripesandbox.store.Document;
import dev.ticketing.stripesandbox.store.Json;
import dev.ticketing.stripesandbox.store.Store;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents as callers see them, with {@code expand[]} applied: an id becomes its object. */
@Component
public final class Views {

    /** Like Stripe: https://docs.stripe.com/api/expanding_objects. */
    private static final int MOST_LEVELS = 4;

    private final Store store;
    private final Map<String, Class<? extends Document>> types;

    Views(Store store, List<Expandable> expandables) {
        this.store = store;
        types = expandables.stream().collect(java.util.stream.Collectors.toMap(Expandable::prefix, Expandable::type));
    }

    public ObjectNode of(Object document, Params params) {
        var view = Json.view(document);
        params.list("expand").forEach(path -> expand(view, levels(path), path));
        return view;
    }

    private static List<String> levels(String path) {
        var levels = List.of(path.split("\\.", MOST_LEVELS + 1));
        if (levels.size() > MOST_LEVELS) {
            throw StripeError.invalid(
                    "You cannot expand more than " + MOST_LEVELS + " levels of a property.", "expand");
        }
        return levels;
    }

    private void expand(JsonNode node, List<String> path, String whole) {
        if (path.isEmpty()) {
            return;
        }
        if (node instanceof ArrayNode array) {
            array.forEach(each -> expand(each, path, whole));
            return;
        }
        var name = path.getFirst();
        var value = node.get(name);
        if (value == null) {
            throw StripeError.invalid("This property cannot be expanded (" + whole + ").", "expand");
        }
        if (value.isString() && node instanceof ObjectNode object) {
            value = document(value.asString(), whole);
            object.set(name, value);
        }
        expand(value, path.subList(1, path.size()), whole);
    }

    private JsonNode document(String id, String path) {
        var type = types.get(id.substring(0, id.indexOf('_') + 1));
        if (type == null) {
            throw StripeError.invalid("This property cannot be expanded (" + path + ").", "expand");
        }
        return Json.view(store.find(type, id).orElseThrow());
    }
}
