package dev.ticketing.apidocs;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API of all services as one OpenAPI 3.1 document. */
final class OpenApiDocument {

    private static final List<String> SERVICES = List.of("auth", "tickets", "orders", "payments");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final JsonMapper json = new JsonMapper();
    private final Addition addition = Addition.read();
    private final Schemas schemas = new Schemas(json);
    private final ObjectNode document = json.createObjectNode();

    private OpenApiDocument() {}

    static JsonNode generate() {
        return new OpenApiDocument().all();
    }

    private JsonNode all() {
        document.put("openapi", "3.1.0");
        List.of("info", "servers", "tags").forEach(part -> document.set(part, addition.get(part)));
        addOperations();
        document.set("components", addition.get("components"));
        return schemas.named(document, addition.get("schemas"));
    }

    private void addOperations() {
        var found = new HashMap<String, ObjectNode>();
        for (var service : SERVICES) {
            var described = json.readTree(ControllerScan.of("dev.ticketing." + service));
            schemas.add(described.path("components").path("schemas"));
            described
                    .path("paths")
                    .propertyStream()
                    .forEach(path -> path.getValue()
                            .propertyStream()
                            .forEach(method -> found.put(
                                    method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                    (ObjectNode) method.getValue())));
        }
        found.keySet().removeIf(addition::isHidden);
        requireSame(found.keySet(), addition.operations());
        var paths = document.putObject("paths");
        for (var operation : addition.operations()) {
            var methodAndPath = operation.split(" ");
            paths.withObjectProperty(methodAndPath[1])
                    .set(methodAndPath[0].toLowerCase(Locale.ROOT), complete(operation, found.get(operation)));
        }
    }

    private static void requireSame(Collection<String> inCode, Collection<String> described) {
        var undescribed = new HashSet<>(inCode);
        undescribed.removeAll(described);
        var gone = new HashSet<>(described);
        gone.removeAll(inCode);
        if (!undescribed.isEmpty() || !gone.isEmpty()) {
            throw new IllegalArgumentException(
                    "api.yaml lacks %s and describes %s, which the code does not have".formatted(undescribed, gone));
        }
    }

    private ObjectNode complete(String name, ObjectNode generated) {
        var added = addition.operation(name);
        var operation = json.createObjectNode();
        operation.put("operationId", added.path("id").stringValue());
        operation.putArray("tags").add(added.path("tag").stringValue());
        operation.put("summary", added.path("summary").stringValue());
        copy(added, "description", operation);
        copy(generated, "security", operation);
        if (!generated.path("parameters").isEmpty()) {
            generated.path("parameters").forEach(OpenApiDocument::dropNull);
            operation.set("parameters", generated.path("parameters"));
        }
        if (generated.has("requestBody")) {
            operation.set("requestBody", generated.path("requestBody"));
            content(operation.path("requestBody")).set("example", added.path("request"));
            if (added.path("upload").asBoolean(false)) {
                addUpload((ObjectNode) operation.path("requestBody").path("content"));
            }
        }
        operation.set("responses", responses(name, generated));
        return operation;
    }

    private static void addUpload(ObjectNode content) {
        var form = content.putObject("multipart/form-data").putObject("schema").put("type", "object");
        form.putArray("required").add("file");
        form.putObject("properties").putObject("file").put("contentMediaType", "application/octet-stream");
    }

    /** A parameter is absent, never null. */
    private static void dropNull(JsonNode parameter) {
        var schema = (ObjectNode) parameter.path("schema");
        if (schema.path("type").isArray()) {
            schema.set("type", schema.path("type").path(0));
        }
    }

    private static void copy(JsonNode from, String property, ObjectNode to) {
        if (from.has(property)) {
            to.set(property, from.path(property));
        }
    }

    private static ObjectNode content(JsonNode of) {
        return (ObjectNode) of.path("content").path("application/json");
    }

    private ObjectNode responses(String name, ObjectNode generated) {
        var added = addition.operation(name);
        var responses = json.createObjectNode();
        var success = (ObjectNode)
                generated.path("responses").valueStream().findFirst().orElseThrow();
        var status = added.path("status").asInt(success.path("content").isMissingNode() ? 204 : 200);
        success.put("description", "Done");
        if (added.has("response-schema")) {
            schemas.add(added.path("response-schema").stringValue());
            content(success)
                    .putObject("schema")
                    .put(
                            "$ref",
                            "#/components/schemas/"
                                    + added.path("response-schema")
                                            .stringValue()
                                            .replace('$', '.'));
        }
        if (added.has("files")) {
            var files = success.putObject("content");
            added.path("files")
                    .forEach(type -> files.putObject(type.stringValue())
                            .putObject("schema")
                            .put("contentMediaType", type.stringValue()));
        }
        if (added.has("response")) {
            content(success).set("example", added.path("response"));
        }
        added.path("headers")
                .forEach(header -> success.withObjectProperty("headers")
                        .putObject(header.stringValue())
                        .put("$ref", "#/components/headers/" + header.stringValue()));
        responses.set(Integer.toString(status), success);
        added.path("also")
                .propertyStream()
                .forEach(also -> responses.set(
                        also.getKey(),
                        success.deepCopy().put("description", also.getValue().stringValue())));
        problems(name, generated).forEach((refused, codes) -> responses.set(refused, problem(refused, codes)));
        return responses;
    }

    /** The codes by status. */
    private Map<String, List<String>> problems(String name, ObjectNode generated) {
        var traits = generated
                .path(OurParameters.TRAITS)
                .valueStream()
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
        var hasInput = generated.has("requestBody")
                || generated
                        .path("parameters")
                        .valueStream()
                        .anyMatch(
                                parameter -> !parameter.path("in").stringValue().equals("path"));
        if (hasInput) {
            traits.add("input");
        }
        if (!SAFE.contains(name.split(" ")[0])) {
            traits.add("unsafe");
        }
        return addition.problems(name, traits).stream()
                .collect(Collectors.groupingBy(
                        code -> addition.problem(code).path("status").asString(), TreeMap::new, Collectors.toList()));
    }

    private ObjectNode problem(String status, List<String> codes) {
        var response = json.createObjectNode();
        response.put(
                "description",
                codes.stream()
                        .map(code -> "`%s`: %s"
                                .formatted(
                                        code,
                                        addition.problem(code).path("text").stringValue()))
                        .collect(Collectors.joining("\n\n")));
        if (Set.of("429", "503").contains(status)) {
            response.putObject("headers").putObject("Retry-After").put("$ref", "#/components/headers/Retry-After");
        }
        var schema = response.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema");
        var parts = schema.putArray("allOf");
        parts.addObject().put("$ref", "#/components/schemas/Problem");
        var enumerated =
                parts.addObject().putObject("properties").putObject("code").putArray("enum");
        codes.forEach(enumerated::add);
        return response;
    }
}
