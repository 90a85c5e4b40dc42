package dev.ticketing.messaging.consumer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.ticketing.events.Event;
import dev.ticketing.events.Published;
import dev.ticketing.messaging.EventHandler;
import dev.ticketing.messaging.Phases;
import dev.ticketing.messaging.wire.EventCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Finds every {@link EventHandler} of the application and runs one consumer per publisher. */
final class EventConsumers implements SmartLifecycle {

    private final String service;
    private final ListableBeanFactory beans;
    private final Factory factory;
    private List<EventConsumer> consumers = List.of();

    /** Creates the consumer of one publisher's events. */
    interface Factory {
        EventConsumer create(
                String durable, Published publisher, Map<Class<? extends Event>, List<HandlerMethod>> handlers);
    }

    EventConsumers(String service, ListableBeanFactory beans, Factory factory) {
        this.service = service;
        this.beans = beans;
        this.factory = factory;
    }

    @Override
    public void start() {
        var byPublisher = handlerMethods().stream()
                .collect(groupingBy(
                        method -> EventCatalog.publisher(method.eventType()), groupingBy(HandlerMethod::eventType)));
        consumers = byPublisher.entrySet().stream()
                .map(group -> factory.create(durable(group.getKey()), group.getKey(), group.getValue()))
                .toList();
        consumers.forEach(EventConsumer::start);
    }

    private String durable(Published publisher) {
        return service + "-" + publisher.stream().toLowerCase(Locale.ROOT);
    }

    private List<HandlerMethod> handlerMethods() {
        return beans.getBeansWithAnnotation(Component.class).values().stream()
                .flatMap(bean -> MethodIntrospector.selectMethods(
                                ClassUtils.getUserClass(bean), (MetadataLookup<EventHandler>) method ->
                                        AnnotatedElementUtils.findMergedAnnotation(method, EventHandler.class))
                        .keySet()
                        .stream()
                        .map(method -> new HandlerMethod(bean, method)))
                .toList();
    }

    /** The stream of each consumer, by the consumer's name. */
    Map<String, String> streams() {
        return consumers.stream().collect(toMap(EventConsumer::durable, EventConsumer::stream));
    }

    /** Consumers that the server does not have yet as declared. */
    List<String> missing() {
        return consumers.stream()
                .filter(consumer -> !consumer.isSubscribed())
                .map(EventConsumer::durable)
                .toList();
    }

    @Override
    public void stop() {
        consumers.parallelStream().forEach(EventConsumer::stop);
        consumers = List.of();
    }

    @Override
    public boolean isRunning() {
        return !consumers.isEmpty();
    }

    @Override
    public int getPhase() {
        return Phases.CONSUMERS;
    }
}
