package dev.ticketing.k8s;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ticketing.events.Event;
import dev.ticketing.events.Published;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a service uses the broker, according to its classes: {@code @Published}, {@code @EventHandler}, and its calls.
 */
record BrokerUse(
        String service,
        Optional<Published> publishes,
        List<Published> consumes,
        List<Published> follows,
        boolean replays,
        boolean revokesSessions) {

    private static final List<Published> PUBLISHERS = Stream.of(Event.class.getPermittedSubclasses())
            .map(family -> family.getAnnotation(Published.class))
            .toList();

    static BrokerUse of(String service) {
        var classes = new ClassFileImporter()
                .importPath(Repository.ROOT.resolve(service).resolve("target/classes"));
        return new BrokerUse(
                service,
                PUBLISHERS.stream()
                        .filter(published -> published.by().equals(service))
                        .findFirst(),
                published(classes),
                followed(classes),
                calls(classes, "dev.ticketing.messaging.EventReplay", "replay"),
                calls(classes, "dev.ticketing.web.session.RevokedSessions", "revoke"));
    }

    /** Whether it has routes, and so reads the ended sessions. */
    boolean hasSessions() {
        return Repository.read(Repository.ROOT.resolve(service).resolve("src/main/resources/application.yaml"))
                .contains("classpath:service.yaml");
    }

    private static List<Published> published(JavaClasses classes) {
        var events = classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith("dev.ticketing.messaging.EventHandler"))
                .map(handler -> handler.getRawParameterTypes().getFirst().getName())
                .toList();
        return PUBLISHERS.stream()
                .filter(publisher -> events.stream().anyMatch(event -> isOf(publisher, event)))
                .toList();
    }

    /** The families of events that a feed of every instance reads: those named where a feed is created. */
    private static List<Published> followed(JavaClasses classes) {
        var families = classes.stream()
                .filter(type -> calls(type, "dev.ticketing.messaging.EventFeed", "listen"))
                .flatMap(type -> type.getReferencedClassObjects().stream())
                .map(reference -> reference.getRawType().getName())
                .toList();
        return Stream.of(Event.class.getPermittedSubclasses())
                .filter(family -> families.contains(family.getName()))
                .map(family -> family.getAnnotation(Published.class))
                .toList();
    }

    private static boolean isOf(Published publisher, String event) {
        return Stream.of(Event.class.getPermittedSubclasses())
                .filter(family -> family.getAnnotation(Published.class).equals(publisher))
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .anyMatch(type -> type.getName().equals(event));
    }

    private static boolean calls(JavaClasses classes, String owner, String method) {
        return classes.stream().anyMatch(type -> calls(type, owner, method));
    }

    private static boolean calls(JavaClass type, String owner, String method) {
        return type.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(target -> target.getOwner().getName().equals(owner)
                        && target.getName().startsWith(method));
    }
}
