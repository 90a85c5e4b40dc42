package dev.ticketing.messaging.wire;

import static java.util.Arrays.stream;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.ticketing.events.Event;
import dev.ticketing.events.Published;
import dev.ticketing.events.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All declared events, read from the sealed hierarchy: the record of each subject, and the publisher of each family.
 */
public final class EventCatalog {

    private static final List<Class<? extends Event>> PUBLISHERS = permitted(Event.class);

    private static final Map<String, Class<? extends Event>> BY_SUBJECT = PUBLISHERS.stream()
            .flatMap(publisher -> permitted(publisher).stream())
            .collect(toUnmodifiableMap(EventCatalog::subject, Function.identity()));

    private EventCatalog() {}

    /** The record published on a subject; empty if this build does not know it. */
    public static Optional<Class<? extends Event>> type(String subject) {
        return Optional.ofNullable(BY_SUBJECT.get(subject));
    }

    static Collection<Class<? extends Event>> types() {
        return BY_SUBJECT.values();
    }

    public static String subject(Class<? extends Event> type) {
        return type.getAnnotation(Subject.class).value();
    }

    /** The publisher of this event or family of events. */
    public static Published publisher(Class<? extends Event> type) {
        return PUBLISHERS.stream()
                .filter(publisher -> publisher.isAssignableFrom(type))
                .map(publisher -> publisher.getAnnotation(Published.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " is published by nobody"));
    }

    public static List<Published> publishers() {
        return PUBLISHERS.stream()
                .map(publisher -> publisher.getAnnotation(Published.class))
                .toList();
    }

    private static List<Class<? extends Event>> permitted(Class<? extends Event> type) {
        return stream(type.getPermittedSubclasses())
                .<Class<? extends Event>>map(subclass -> subclass.asSubclass(Event.class))
                .toList();
    }
}
