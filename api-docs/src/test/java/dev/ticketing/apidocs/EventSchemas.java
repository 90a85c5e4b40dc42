package dev.ticketing.apidocs;

import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of an AsyncAPI document in the form of an API, because there is a comparison of APIs. */
final class EventSchemas {

    private static final JsonMapper JSON = new JsonMapper();

    private EventSchemas() {}

    static JsonNode parse(String yaml) {
        return JSON.valueToTree(new Yaml().<Map<String, Object>>load(yaml));
    }

    /**
     * Consumers read an event as clients read a response: no field may go. They also read events of earlier versions, as
     * a service reads requests of earlier clients: no field may become required.
     */
    static String asOpenApi(String asyncApi) {
        var events = parse(asyncApi);
        var document = JSON.createObjectNode().put("openapi", "3.0.3");
        document.putObject("info").put("title", "events").put("version", "1");
        events.path("components").path("messages").propertyStream().forEach(message -> {
            var operation = document.withObjectProperty("paths")
                    .putObject("/" + message.getKey())
                    .putObject("post");
            var payload = message.getValue().path("payload");
            content(operation.putObject("requestBody"), payload);
            content(operation.putObject("responses").putObject("200").put("description", "event"), payload);
        });
        document.putObject("components")
                .set("schemas", events.path("components").path("schemas"));
        return document.toString();
    }

    private static void content(ObjectNode of, JsonNode schema) {
        of.putObject("content").putObject("application/json").set("schema", schema);
    }
}
