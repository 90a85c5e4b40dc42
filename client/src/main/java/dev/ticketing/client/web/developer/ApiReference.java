package dev.ticketing.client.web.developer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as people read it.
 *
 * @param everywhere refusals of every operation, which the operations do not repeat
 */
record ApiReference(List<Refusal> everywhere, List<Group> groups) {

    private static final int FIRST_REFUSAL = 400;

    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** @param operations in the order of the document */
    record Group(String name, String summary, List<Operation> operations) {}

    /**
     * @param request an example of the body; empty without one
     * @param response an example of the body; empty without one
     */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            boolean needsSession,
            List<Parameter> parameters,
            String request,
            String status,
            String response,
            List<Refusal> refusals) {

        Operation without(List<Refusal> common) {
            var own = refusals.stream()
                    .filter(refusal -> !common.contains(refusal))
                    .toList();
            return new Operation(
                    id, method, path, summary, description, needsSession, parameters, request, status, response, own);
        }
    }

    record Parameter(String name, String place, String description) {}

    record Refusal(String status, String code, String text) {}

    static ApiReference of(ApiDocument document) {
        var operations = document.root()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> Map.entry(
                                method.getValue().path("tags").path(0).stringValue(),
                                operation(method.getKey(), path.getKey(), method.getValue()))))
                .toList();
        var common = operations.stream()
                .map(operation -> operation.getValue().refusals())
                .reduce((some, others) -> some.stream().filter(others::contains).toList())
                .orElse(List.of());
        return new ApiReference(
                common,
                document.root()
                        .path("tags")
                        .valueStream()
                        .map(tag -> new Group(
                                tag.path("name").stringValue(),
                                tag.path("description").stringValue(),
                                operations.stream()
                                        .filter(operation -> operation
                                                .getKey()
                                                .equals(tag.path("name").stringValue()))
                                        .map(operation -> operation.getValue().without(common))
                                        .toList()))
                        .toList());
    }

    private static Operation operation(String method, String path, JsonNode described) {
        var success = described
                .path("responses")
                .propertyStream()
                .filter(response -> !isRefusal(response.getKey()))
                .findFirst()
                .orElseThrow();
        return new Operation(
                described.path("operationId").stringValue(),
                method.toUpperCase(Locale.ROOT),
                path,
                described.path("summary").stringValue(),
                described.path("description").asString(""),
                described.has("security"),
                described
                        .path("parameters")
                        .valueStream()
                        .map(ApiReference::parameter)
                        .toList(),
                example(described.path("requestBody")),
                success.getKey(),
                example(success.getValue()),
                described
                        .path("responses")
                        .propertyStream()
                        .flatMap(ApiReference::refusals)
                        .toList());
    }

    private static boolean isRefusal(String status) {
        return Integer.parseInt(status) >= FIRST_REFUSAL;
    }

    private static Parameter parameter(JsonNode described) {
        return new Parameter(
                described.path("name").stringValue(),
                described.path("in").stringValue(),
                described.path("description").asString(""));
    }

    private static String example(JsonNode described) {
        var example = described.path("content").path("application/json").path("example");
        return example.isMissingNode() ? "" : PRETTY.writeValueAsString(example);
    }

    /** The description has a paragraph for each code. */
    private static Stream<Refusal> refusals(Map.Entry<String, JsonNode> response) {
        return isRefusal(response.getKey())
                ? Stream.of(response.getValue()
                                .path("description")
                                .stringValue()
                                .split("\n\n"))
                        .map(paragraph -> paragraph.split("`: ", 2))
                        .map(parts -> new Refusal(response.getKey(), parts[0].substring(1), parts[1].replace("`", "")))
                : Stream.empty();
    }
}
