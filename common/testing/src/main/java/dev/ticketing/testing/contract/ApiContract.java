package dev.ticketing.testing.contract;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document, as the judge of responses. Thread-safe. */
public final class ApiContract {

    private final JsonMapper json = new JsonMapper();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final JsonNode document;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    /** @param yaml the document */
    public ApiContract(String yaml) {
        document = json.valueToTree(new Yaml().<Map<String, Object>>load(yaml));
    }

    /** The committed document, {@code docs/api/openapi.yaml} in this folder or one above. */
    public static ApiContract committed() {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("docs/api/openapi.yaml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("there is no docs/api/openapi.yaml (expected: in a folder above)");
        }
        try {
            return new ApiContract(Files.readString(folder.resolve("docs/api/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Method and path of each operation, with the operation. */
    public Map<String, JsonNode> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> Map.entry(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Returns the violations of a response; none if the document does not have the operation.
     *
     * @param path with variables, as in the document
     */
    public List<String> violations(String method, String path, int status, String mediaType, byte[] body) {
        var operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return List.of();
        }
        var response = operation.path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            return List.of("%s %s answers %d (expected: one of %s): %s"
                    .formatted(method, path, status, operation.path("responses").propertyNames(), new String(body)));
        }
        if (!response.has("content")) {
            return List.of();
        }
        var schema = response.path("content").path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            return List.of("%s %s answers %d as %s (expected: one of %s)"
                    .formatted(
                            method,
                            path,
                            status,
                            mediaType,
                            response.path("content").propertyNames()));
        }
        if (schema.has("contentMediaType")) {
            return List.of(); // a file
        }
        return mismatches(schema, body)
                .map(mismatch -> "%s %s answers %d: %s".formatted(method, path, status, mismatch))
                .toList();
    }

    private Stream<String> mismatches(JsonNode schema, byte[] body) {
        try {
            return errors(schema, json.readTree(body)).stream().map(Error::toString);
        } catch (JacksonException e) {
            return Stream.of("not JSON: " + e.getOriginalMessage());
        }
    }

    /** @param schema a part of the document */
    public List<Error> errors(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value);
    }

    /** References lead into the document, so it comes along. */
    private Schema compiled(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        return registry.getSchema(whole);
    }
}
