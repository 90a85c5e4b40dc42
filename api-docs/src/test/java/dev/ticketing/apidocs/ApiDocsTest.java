package dev.ticketing.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ticketing.testing.contract.ApiContract;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The committed documents describe the code. {@code ./dev docs} writes them with {@code -Dapi.update=true}. */
class ApiDocsTest {

    private static final Path FOLDER = Path.of("../docs/api");
    private static final Map<String, String> GENERATED = ApiDocs.all();
    private static final String OPENAPI = "openapi.yaml";
    private static final String ASYNCAPI = "asyncapi.yaml";

    static Stream<String> documents() {
        return GENERATED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentIsUpToDate(String name) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("api.update")) {
            if (Files.exists(file)) {
                assertThat(breaks(name, Files.readString(file), GENERATED.get(name)))
                        .as("changes that break clients (expected: none within a major version)")
                        .isEmpty();
            }
            Files.createDirectories(FOLDER);
            Files.writeString(file, GENERATED.get(name));
        }
        assertThat(file).content().as("run ./dev docs").isEqualTo(GENERATED.get(name));
    }

    private static List<String> breaks(String name, String before, String after) {
        return name.equals(OPENAPI)
                ? Compatibility.breaks(before, after)
                : Compatibility.breaks(EventSchemas.asOpenApi(before), EventSchemas.asOpenApi(after));
    }

    @Test
    void openApiIsWellFormed() {
        var parsed = new OpenAPIV3Parser().readContents(GENERATED.get(OPENAPI), null, new ParseOptions());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void examplesFollowTheirSchemas() {
        var contract = new ApiContract(GENERATED.get(OPENAPI));

        contract.operations().forEach((name, operation) -> {
            assertExample(contract, name, operation.path("requestBody"));
            operation.path("responses").forEach(response -> assertExample(contract, name, response));
        });
    }

    @Test
    void asyncApiIsWellFormed() throws IOException {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(getClass().getResourceAsStream("/asyncapi-3.0.0-schema.json"));

        assertThat(meta.validate(EventSchemas.parse(GENERATED.get(ASYNCAPI)))).isEmpty();
    }

    @Test
    void goldenFilesFollowTheSchemasOfTheirEvents() {
        var document = GENERATED.get(ASYNCAPI);
        var contract = new ApiContract(document);

        EventSchemas.parse(document)
                .path("components")
                .path("messages")
                .forEach(message -> assertThat(contract.errors(
                                message.path("payload"),
                                message.path("examples").path(0).path("payload")))
                        .as(message.path("name").asString())
                        .isEmpty());
    }

    private static void assertExample(ApiContract contract, String operation, JsonNode described) {
        var content = described.path("content").path("application/json");
        if (!content.isMissingNode()) {
            assertThat(contract.errors(content.path("schema"), content.path("example")))
                    .as(operation)
                    .isEmpty();
        }
    }
}
