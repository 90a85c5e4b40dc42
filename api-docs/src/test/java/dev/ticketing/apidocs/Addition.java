package dev.ticketing.apidocs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code api.yaml}: texts, examples and problems, which the code does not contain. */
record Addition(JsonNode all) {

    static Addition read() {
        try (var file = Addition.class.getResourceAsStream("/api.yaml")) {
            return new Addition(new JsonMapper().valueToTree(new Yaml().<Map<String, Object>>load(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String part) {
        return all.path(part);
    }

    boolean isHidden(String operation) {
        return get("hidden")
                .valueStream()
                .anyMatch(hidden -> hidden.stringValue().equals(operation));
    }

    /** The operations in the order of the document. */
    Set<String> operations() {
        return new LinkedHashSet<>(get("operations").propertyNames());
    }

    JsonNode operation(String operation) {
        var found = get("operations").path(operation);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException(
                    operation + " is not described (expected: its entry in the operations of api.yaml)");
        }
        return found;
    }

    /**
     * The codes that an operation may return.
     *
     * @param traits what the operation takes, for example {@code body}
     */
    List<String> problems(String operation, Set<String> traits) {
        var conditions = new HashSet<>(traits);
        conditions.add("always");
        var general = get("problems")
                .propertyStream()
                .filter(problem ->
                        conditions.contains(problem.getValue().path("when").asString("")))
                .map(Map.Entry::getKey);
        var own = operation(operation).path("problems").valueStream().map(JsonNode::stringValue);
        return Stream.concat(general, own).distinct().toList();
    }

    JsonNode problem(String code) {
        var found = get("problems").path(code);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException(
                    code + " is not described (expected: an entry in the problems of api.yaml)");
        }
        return found;
    }
}
