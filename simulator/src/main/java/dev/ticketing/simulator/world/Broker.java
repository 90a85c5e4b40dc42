package dev.ticketing.simulator.world;

import dev.ticketing.simulator.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * The part of JetStream that the services use: streams that drop repeated message ids for a while, and durable
 * consumers whose messages are redelivered until they are settled. Messages arrive late, twice and in any order.
 */
public final class Broker {

    private static final long PUBLISHER_GIVES_UP = 10_000_000;
    private static final double LOST = 0.01;
    private static final double LATE = 0.08;
    private static final double VERY_LATE = 0.02;
    private static final double TWICE = 0.02;

    /** The declaration of a stream. */
    public record Stream(String name, String noun, Duration duplicateWindow) {}

    /** The declaration of a consumer. */
    public record Declared(String durable, String stream, Duration ackWait, long maxDeliver) {}

    /** A stored message. */
    public record Stored(
            String stream, long sequence, String subject, Map<String, String> headers, byte[] body, long at) {}

    /** A message on its way to a consumer. */
    public final class Delivery {

        public final Stored message;
        final Durable consumer;
        public int count;
        long availableAt;

        Delivery(Stored message, Durable consumer, long availableAt) {
            this.message = message;
            this.consumer = consumer;
            this.availableAt = availableAt;
        }

        public void acknowledge() {
            world.step("ack", () -> consumer.declared.durable + " acknowledges " + id(message));
            if (world.happens(Fault.LOST_ACK, LOST)) {
                return;
            }
            consumer.pending.remove(message.sequence);
            if (world.happens(Fault.DUPLICATE, TWICE)) {
                again(world.chance.millis(0, 20_000));
            }
        }

        public void again(Duration delay) {
            world.step("nak", () -> consumer.declared.durable + " wants " + id(message) + " again in " + delay);
            again(Math.max(0, delay.toNanos() / 1_000));
        }

        private void again(long delay) {
            availableAt = world.scheduler.now() + delay;
            consumer.pending.put(message.sequence, this);
            announce(consumer, availableAt);
        }

        public void terminate() {
            world.step("term", () -> consumer.declared.durable + " gives up " + id(message));
            consumer.pending.remove(message.sequence);
            dead.add(consumer.declared.durable + " gave up " + id(message));
        }
    }

    /** A durable consumer, shared by the instances of a service. */
    public final class Durable {

        private final Declared declared;
        private final Map<Long, Delivery> pending = new LinkedHashMap<>();

        Durable(Declared declared) {
            this.declared = declared;
        }

        /** The next message, or {@code null} if none has arrived by then. */
        public Delivery next(long deadline) {
            while (true) {
                var now = world.scheduler.now();
                var ready = pending.values().stream()
                        .filter(delivery -> delivery.availableAt <= now)
                        .filter(delivery -> declared.maxDeliver < 0 || delivery.count < declared.maxDeliver)
                        .toList();
                if (!ready.isEmpty()) {
                    return take(world.chance.of(ready));
                }
                if (now >= deadline) {
                    return null;
                }
                world.waiters.await(this, deadline - now);
            }
        }

        private Delivery take(Delivery delivery) {
            delivery.count++;
            delivery.availableAt = world.scheduler.now() + declared.ackWait.toNanos() / 1_000;
            announce(this, delivery.availableAt);
            world.count("deliveries");
            if (delivery.count > 1) {
                world.count("redeliveries");
            }
            world.tell(
                    Task.current().place(),
                    () -> declared.durable + " gets " + id(delivery.message) + " (" + delivery.count + ".)");
            return delivery;
        }
    }

    private final World world;
    private final Map<String, Stream> declared;
    private final Map<String, List<Stored>> streams = new TreeMap<>();
    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final Map<String, Durable> consumers = new TreeMap<>();
    final List<String> dead = new ArrayList<>();

    Broker(World world, Map<String, Stream> declared) {
        this.world = world;
        this.declared = declared;
    }

    public static Broker current() {
        return Task.current().world.broker;
    }

    public static Instant at(Stored message) {
        return World.at(message.at);
    }

    public static long nowMicros() {
        return Task.current().world.scheduler.now();
    }

    public List<Stored> stored(String stream) {
        return streams.computeIfAbsent(stream, name -> new ArrayList<>());
    }

    public Durable consumer(Declared wanted) {
        world.step("consumer", () -> "declares consumer " + wanted.durable);
        return consumers.computeIfAbsent(wanted.durable, name -> {
            var consumer = new Durable(wanted);
            stored(wanted.stream).forEach(message -> send(message, consumer));
            return consumer;
        });
    }

    public Durable consumer(String durable) {
        return consumers.get(durable);
    }

    /** Returns at once; the response arrives in a thread of the publisher. */
    public CompletableFuture<Void> publish(String subject, Map<String, String> headers, byte[] body) {
        var answer = new CompletableFuture<Void>();
        Intercepted.startVirtualThread(() -> {
            var id = headers.get("Nats-Msg-Id");
            world.step("publish", () -> "publishes " + id);
            var lost = world.happens(Fault.LOST_PUBLISH, LOST);
            if (!lost) {
                store(subject, headers, body);
            }
            if (lost || world.happens(Fault.LOST_PUBLISH, LOST)) {
                world.pause(world.chance.in(0.5) ? PUBLISHER_GIVES_UP : world.chance.millis(0, 50));
                world.tell(Task.current().place(), () -> "hears nothing of " + id);
                answer.completeExceptionally(new IOException("no acknowledgement"));
            } else {
                world.pause(world.chance.millis(0.2, 3));
                answer.complete(null);
            }
        });
        return answer;
    }

    private void store(String subject, Map<String, String> headers, byte[] body) {
        var stream = declared.get(subject.substring(0, subject.indexOf('.')));
        var now = world.scheduler.now();
        var id = stream.name + " " + headers.get("Nats-Msg-Id");
        var before = ids.put(id, now);
        var window = stream.duplicateWindow.toNanos() / 1_000;
        if (before != null && now - before < window && !world.happens(Fault.DUPLICATE, TWICE)) {
            ids.put(id, before);
            world.count("deduplicated");
            return;
        }
        var messages = stored(stream.name);
        var message = new Stored(stream.name, messages.size() + 1L, subject, headers, body, now);
        messages.add(message);
        world.count("events");
        for (var consumer : consumers.values()) {
            if (consumer.declared.stream.equals(stream.name)) {
                send(message, consumer);
            }
        }
    }

    boolean isStored(String subject, String id) {
        return ids.containsKey(declared.get(subject.substring(0, subject.indexOf('.'))).name + " " + id);
    }

    private void send(Stored message, Durable consumer) {
        var delivery = new Delivery(message, consumer, world.scheduler.now() + delay());
        consumer.pending.put(message.sequence, delivery);
        announce(consumer, delivery.availableAt);
    }

    private long delay() {
        if (world.happens(Fault.LATE_EVENT, VERY_LATE)) {
            return world.chance.millis(2_000, 30_000);
        }
        return world.happens(Fault.LATE_EVENT, LATE) ? world.chance.millis(20, 2_000) : world.chance.millis(0.2, 3);
    }

    private void announce(Durable consumer, long at) {
        world.scheduler.at(at, () -> world.waiters.wakeAny(consumer));
    }

    /** Delivered messages that are not settled. */
    long unsettled() {
        return consumers.values().stream()
                .mapToLong(consumer -> consumer.pending.size())
                .sum();
    }

    String unsettledOnes() {
        return consumers.values().stream()
                .filter(consumer -> !consumer.pending.isEmpty())
                .map(consumer -> consumer.declared.durable + " has "
                        + id(consumer.pending.values().iterator().next().message) + " to settle")
                .toList()
                .toString();
    }

    private static String id(Stored message) {
        return message.headers.getOrDefault("Nats-Msg-Id", message.subject);
    }
}
