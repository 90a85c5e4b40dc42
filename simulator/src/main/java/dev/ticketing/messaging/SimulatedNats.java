package dev.ticketing.messaging;

import dev.ticketing.simulator.world.Broker;
import dev.ticketing.simulator.world.DriverProxies;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PullSubscribeOptions;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsJetStreamMetaData;
import io.nats.client.impl.NatsMessage;
import io.nats.client.support.JsonParser;
import io.nats.client.support.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** A connection to the simulated broker. */
public final class SimulatedNats {

    private static final Instant LONG_AGO = Instant.EPOCH;

    private final Map<String, Broker.Stream> streams;

    /** @param streams receives the declared ones, by the first token of their subjects */
    public SimulatedNats(Map<String, Broker.Stream> streams) {
        this.streams = streams;
    }

    public Connection connection() {
        var jetStream = DriverProxies.of(JetStream.class, SimulatedNats::jetStream);
        var management = DriverProxies.of(JetStreamManagement.class, this::management);
        return DriverProxies.of(Connection.class, (method, arguments) -> switch (method) {
            case "jetStream" -> jetStream;
            case "jetStreamManagement" -> management;
            case "addConnectionListener", "removeConnectionListener", "close" -> null;
            default -> throw DriverProxies.unknown(Connection.class, method);
        });
    }

    private static Object jetStream(String method, Object[] arguments) {
        if (method.equals("subscribe")) {
            return arguments[1] instanceof PullSubscribeOptions pull
                    ? inbox(pull.getName())
                    : subscription((PushSubscribeOptions) arguments[1]);
        }
        if (!method.equals("publishAsync") || arguments.length != 1) {
            throw DriverProxies.unknown(JetStream.class, method);
        }
        var message = (Message) arguments[0];
        var headers = new HashMap<String, String>();
        message.getHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return Broker.current().publish(message.getSubject(), headers, message.getData());
    }

    private Object management(String method, Object[] arguments) {
        return switch (method) {
            case "addStream", "updateStream" -> {
                var wanted = (StreamConfiguration) arguments[0];
                var subject = wanted.getSubjects().getFirst();
                var noun = subject.substring(0, subject.indexOf('.'));
                streams.put(noun, new Broker.Stream(wanted.getName(), noun, wanted.getDuplicateWindow()));
                yield new StreamInfo(info(wanted.toJson(), 0, LONG_AGO));
            }
            case "addOrUpdateConsumer" -> {
                var wanted = (ConsumerConfiguration) arguments[1];
                Broker.current()
                        .consumer(new Broker.Declared(
                                wanted.getDurable(),
                                (String) arguments[0],
                                wanted.getAckWait(),
                                wanted.getMaxDeliver()));
                yield new ConsumerInfo(JsonParser.parseUnchecked(
                        "{\"stream_name\":\"x\",\"name\":\"x\",\"config\":" + wanted.toJson() + "}"));
            }
            case "getStreamInfo" -> {
                var name = (String) arguments[0];
                var stored = Broker.current().stored(name);
                var last = stored.isEmpty() ? LONG_AGO : Broker.at(stored.getLast());
                yield new StreamInfo(info("{\"name\":\"" + name + "\"}", stored.size(), last));
            }
            default -> throw DriverProxies.unknown(JetStreamManagement.class, method);
        };
    }

    private static JsonValue info(String configuration, long last, Instant lastTime) {
        return JsonParser.parseUnchecked(
                "{\"config\":%s,\"created\":\"%s\",\"state\":{\"messages\":%d,\"last_seq\":%d,\"last_ts\":\"%s\"}}"
                        .formatted(configuration, LONG_AGO, last, last, lastTime));
    }

    private static JetStreamSubscription inbox(String durable) {
        var consumer = Broker.current().consumer(durable);
        var expiries = new ArrayDeque<Long>();
        return DriverProxies.of(JetStreamSubscription.class, (method, arguments) -> {
            switch (method) {
                case "pullExpiresIn" -> expiries.add(Broker.nowMicros() + micros((Duration) arguments[1]));
                case "nextMessage" -> {
                    var end = Broker.nowMicros() + micros((Duration) arguments[0]);
                    var delivery = consumer.next(Math.min(end, expiries.getFirst()));
                    if (delivery != null) {
                        return message(delivery);
                    }
                    if (expiries.getFirst() < end) {
                        expiries.removeFirst(); // as reported by the server
                    }
                }
                case "unsubscribe" -> {}
                default -> throw DriverProxies.unknown(JetStreamSubscription.class, method);
            }
            return null;
        });
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static Message message(Broker.Delivery delivery) {
        var headers = headers(delivery.message);
        var metadata = metadata(delivery.message, delivery.count);
        return DriverProxies.of(Message.class, (method, arguments) -> {
            switch (method) {
                case "getSubject" -> {
                    return delivery.message.subject();
                }
                case "getData" -> {
                    return delivery.message.body();
                }
                case "hasHeaders" -> {
                    return true;
                }
                case "getHeaders" -> {
                    return headers;
                }
                case "metaData" -> {
                    return metadata;
                }
                case "ack" -> delivery.acknowledge();
                case "nak" -> delivery.again(Duration.ZERO);
                case "nakWithDelay" -> delivery.again((Duration) arguments[0]);
                case "term" -> delivery.terminate();
                default -> throw DriverProxies.unknown(Message.class, method);
            }
            return null;
        });
    }

    private static Headers headers(Broker.Stored message) {
        var headers = new Headers();
        message.headers().forEach((name, value) -> headers.put(name, value));
        return headers;
    }

    private static NatsJetStreamMetaData metadata(Broker.Stored message, int count) {
        var reply = "$JS.ACK.%s.consumer.%d.%d.%d.%d.0"
                .formatted(message.stream(), count, message.sequence(), message.sequence(), message.at() * 1_000);
        return new NatsJetStreamMetaData(new NatsMessage(message.subject(), reply, new byte[0]) {
            @Override
            public boolean isJetStream() {
                return true;
            }
        });
    }

    private static JetStreamSubscription subscription(PushSubscribeOptions wanted) {
        var since = wanted.getConsumerConfiguration().getStartTime().toInstant();
        var messages = Broker.current().stored(wanted.getStream()).stream()
                .filter(message -> !Broker.at(message).isBefore(since))
                .iterator();
        return DriverProxies.of(JetStreamSubscription.class, (method, arguments) -> switch (method) {
            case "nextMessage" -> messages.hasNext() ? read(messages.next()) : null;
            case "unsubscribe" -> null;
            default -> throw DriverProxies.unknown(JetStreamSubscription.class, method);
        });
    }

    private static Message read(Broker.Stored message) {
        var metadata = metadata(message, 1);
        return DriverProxies.of(Message.class, (method, arguments) -> switch (method) {
            case "getData" -> message.body();
            case "metaData" -> metadata;
            default -> throw DriverProxies.unknown(Message.class, method);
        });
    }
}
