package dev.ticketing.client.web.developer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document of {@code docs/api}, which the build packs into this application. */
record ApiDocument(JsonNode root) {

    /** @param name for example {@code openapi} */
    static ApiDocument named(String name) {
        try (var yaml = new ClassPathResource("api/" + name + ".yaml").getInputStream()) {
            return new ApiDocument(new JsonMapper().valueToTree(new Yaml().<Map<String, Object>>load(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
