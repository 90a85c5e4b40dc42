package dev.ticketing.apidocs;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ticketing.events.Event;
import dev.ticketing.events.Published;
import dev.ticketing.events.Subject;
import dev.ticketing.messaging.EventHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events of all services as one AsyncAPI 3 document, from the records, the handlers and the golden files. */
final class AsyncApiDocument {

    private static final Path GOLDEN = Path.of("../common/messaging/src/test/resources/golden");

    private final JsonMapper json = new JsonMapper();
    private final Addition addition = Addition.read();
    private final Schemas schemas = new Schemas(json);
    private final ObjectNode document = json.createObjectNode();

    private AsyncApiDocument() {}

    static JsonNode generate() {
        return new AsyncApiDocument().all();
    }

    private JsonNode all() {
        document.put("asyncapi", "3.0.0");
        document.set("info", addition.get("events").path("info"));
        document.put("defaultContentType", "application/json");
        document.set("servers", addition.get("events").path("servers"));
        document.putObject("channels");
        document.putObject("operations");
        document.set("components", addition.get("events").path("components"));
        for (var publisher : Event.class.getPermittedSubclasses()) {
            Stream.of(publisher.getPermittedSubclasses()).forEach(type -> add(publisher, type));
        }
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.ticketing").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(EventHandler.class))
                        .sorted((one, other) -> operation(one).compareTo(operation(other)))
                        .forEach(this::addConsumer);
        return schemas.named(document, json.createObjectNode());
    }

    private void add(Class<?> publisher, Class<?> type) {
        var subject = type.getAnnotation(Subject.class).value();
        var published = publisher.getAnnotation(Published.class);
        document.withObjectProperty("channels")
                .putObject(subject)
                .put("address", subject)
                .put("description", "A subject of the JetStream stream `%s`.".formatted(published.stream()))
                .putObject("messages")
                .putObject("event")
                .put("$ref", "#/components/messages/" + subject);
        addOperation(published.by() + ".publish." + subject, "send", published.by(), subject);
        document.withObject("/components/messages").set(subject, message(subject, type));
    }

    private ObjectNode message(String subject, Class<?> type) {
        schemas.add(type.getName());
        var message = json.createObjectNode()
                .put("name", subject)
                .put(
                        "summary",
                        addition.get("events")
                                .path("summaries")
                                .required(subject)
                                .stringValue());
        message.putObject("headers").put("$ref", "#/components/schemas/Headers");
        var parts = message.putObject("payload").putArray("allOf");
        parts.addObject().put("$ref", "#/components/schemas/CloudEvent");
        parts.addObject()
                .putObject("properties")
                .putObject("data")
                .put("$ref", "#/components/schemas/" + type.getName().replace('$', '.'));
        message.putArray("examples").addObject().set("payload", golden(subject));
        return message;
    }

    private JsonNode golden(String subject) {
        try {
            return json.readTree(Files.readString(GOLDEN.resolve(subject + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addConsumer(JavaMethod handler) {
        addOperation(operation(handler), "receive", service(handler), subject(handler));
    }

    private void addOperation(String name, String action, String service, String subject) {
        var operation = document.withObjectProperty("operations")
                .putObject(name)
                .put("action", action)
                .put("summary", service + (action.equals("send") ? " publishes it." : " consumes it."));
        operation.putObject("channel").put("$ref", "#/channels/" + subject);
    }

    private static String operation(JavaMethod handler) {
        return service(handler) + ".consume." + subject(handler);
    }

    private static String service(JavaMethod handler) {
        return handler.getOwner().getPackageName().split("\\.")[2] + "-service";
    }

    private static String subject(JavaMethod handler) {
        return handler.getRawParameterTypes()
                .getFirst()
                .reflect()
                .getAnnotation(Subject.class)
                .value();
    }
}
