package dev.ticketing.systemtests;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ticketing.events.Event;
import dev.ticketing.events.Published;
import dev.ticketing.events.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The README's table of events says what the code declares: publishers by {@code @Published}, listeners by
 * {@code @EventHandler}. Run with {@code -Dreadme.update=true} to have it written.
 */
class EventTableTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path README = ROOT.resolve("README.md");
    private static final String BEGIN = "<!-- events: generated, see EventTableTest -->\n";
    private static final String END = "<!-- /events -->";

    @Test
    void readmeNamesEveryEventItsPublisherAndItsListeners() throws IOException {
        var readme = Files.readString(README);
        var before = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length());
        var after = readme.substring(readme.indexOf(END));
        var expected = before + table() + after;

        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(README, expected);
        }

        assertThat(Files.readString(README)).isEqualTo(expected);
    }

    private static String table() throws IOException {
        var listeners = listeners();
        return "| event | published by | heard by |\n| --- | --- | --- |\n"
                + Stream.of(Event.class.getPermittedSubclasses())
                        .flatMap(publisher -> Stream.of(publisher.getPermittedSubclasses())
                                .map(type -> row(publisher, type, listeners.getOrDefault(type.getName(), Set.of()))))
                        .collect(joining());
    }

    private static String row(Class<?> publisher, Class<?> type, Set<String> listeners) {
        return "| `%s` | %s | %s |%n"
                .formatted(
                        type.getAnnotation(Subject.class).value(),
                        publisher.getAnnotation(Published.class).by(),
                        listeners.isEmpty() ? "–" : String.join(", ", listeners));
    }

    /** Services that have a handler of an event, by the event's class name. */
    private static Map<String, Set<String>> listeners() throws IOException {
        var listeners = new TreeMap<String, Set<String>>();
        try (var folders = Files.list(ROOT)) {
            for (var service : folders.sorted().toList()) {
                var classes = service.resolve("target/classes");
                if (Files.exists(classes)) {
                    new ClassFileImporter()
                            .importPath(classes).stream()
                                    .flatMap(type -> type.getMethods().stream())
                                    .filter(method -> method.isAnnotatedWith("dev.ticketing.messaging.EventHandler"))
                                    .forEach(method -> listeners
                                            .computeIfAbsent(heard(method), event -> new TreeSet<>())
                                            .add(service.getFileName().toString()));
                }
            }
        }
        return listeners;
    }

    private static String heard(JavaMethod handler) {
        return handler.getRawParameterTypes().getFirst().getName();
    }
}
