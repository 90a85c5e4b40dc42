package dev.ticketing.messaging.consumer;

import dev.ticketing.messaging.wire.EventStream;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.ConsumerInfo;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;

/** The server's figures for this service's consumers. All its instances share the consumers, so all report the same. */
final class ConsumerMetrics {

    private final EventConsumers consumers;
    private final EventStream stream;
    private final MeterRegistry meters;
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();

    private static final class Latest {

        private volatile @Nullable ConsumerInfo info;
    }

    ConsumerMetrics(EventConsumers consumers, EventStream stream, MeterRegistry meters) {
        this.consumers = consumers;
        this.stream = stream;
        this.meters = meters;
    }

    /** Never throws: a figure that cannot be read is {@code NaN}. */
    @Scheduled(fixedRate = 15, timeUnit = TimeUnit.SECONDS)
    void poll() {
        consumers
                .streams()
                .forEach((durable, name) -> latest.computeIfAbsent(durable, this::register).info = ask(name, durable));
    }

    private @Nullable ConsumerInfo ask(String name, String durable) {
        try {
            return stream.management().getConsumerInfo(name, durable);
        } catch (IOException | JetStreamApiException | RuntimeException e) {
            return null;
        }
    }

    private Latest register(String durable) {
        var of = new Latest();
        gauge(of, durable, "lag", "stored and not yet delivered", ConsumerInfo::getNumPending);
        gauge(of, durable, "unsettled", "delivered and not yet settled", ConsumerInfo::getNumAckPending);
        gauge(of, durable, "redelivering", "delivered more than once, not yet settled", ConsumerInfo::getRedelivered);
        return of;
    }

    private void gauge(
            Latest of, String durable, String name, String description, ToDoubleFunction<ConsumerInfo> value) {
        Gauge.builder(
                        "ticketing.consumer." + name,
                        of,
                        it -> it.info == null ? Double.NaN : value.applyAsDouble(it.info))
                .description("Events " + description)
                .tag("consumer", durable)
                .strongReference(true)
                .register(meters);
    }
}
