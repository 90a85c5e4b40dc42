package dev.ticketing.messaging.consumer;

import dev.ticketing.messaging.wire.DeadLetterFormat;
import dev.ticketing.messaging.wire.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes a message to the processor and settles it with the server: done, again later, or dead. */
final class MessageAcknowledger {

    private static final Logger log = LoggerFactory.getLogger(MessageAcknowledger.class);

    /** Longer than this instance takes to stop pulling. */
    private static final Duration GIVEN_BACK_FOR = Duration.ofMillis(500);

    private final String consumer;
    private final EventProcessor processor;
    private final DeadLetters deadLetters;
    private final Tracing tracing;
    private final MeterRegistry meters;

    MessageAcknowledger(
            String consumer, EventProcessor processor, DeadLetters deadLetters, Tracing tracing, MeterRegistry meters) {
        this.consumer = consumer;
        this.processor = processor;
        this.deadLetters = deadLetters;
        this.tracing = tracing;
        this.meters = meters;
    }

    String consumer() {
        return consumer;
    }

    /** Messages of one key must be settled one after the other: the message id without its version. */
    String key(Message message) {
        var id = header(message, "Nats-Msg-Id");
        return id == null ? message.getSubject() : id.substring(0, Math.max(id.lastIndexOf(':'), 0));
    }

    /** Never throws: a message that could not be settled is delivered again after the ack wait. */
    void settle(Message message) {
        if (deliveries(message) > 1) {
            meters.counter("ticketing.events.redelivered", "consumer", consumer).increment();
        }
        try {
            var traceparent = header(message, Tracing.TRACEPARENT);
            tracing.continueTrace(traceparent, "handle " + message.getSubject(), () -> process(message));
        } catch (RuntimeException e) {
            log.warn("message={} consumer={} unsettled: {}", describe(message), consumer, reason(e));
        }
    }

    /** For a message that will not be handled here: another instance receives it soon. */
    void giveBack(Message message) {
        message.nakWithDelay(GIVEN_BACK_FOR);
        note(message, "GIVEN_BACK");
    }

    private void process(Message message) {
        try {
            if (isReplayForAnother(message)) {
                message.ack();
                note(message, "NOT_MINE");
                return;
            }
            var outcome = processor.process(message.getData());
            if (outcome == EventProcessor.Outcome.GAP) {
                message.nakWithDelay(RetryPolicy.delay(deliveries(message)));
            } else {
                message.ack();
            }
            note(message, outcome.name());
        } catch (RuntimeException e) {
            refuse(message, e);
        }
    }

    private boolean isReplayForAnother(Message message) {
        var addressee = header(message, DeadLetterFormat.REPLAY_FOR);
        return addressee != null && !addressee.equals(consumer);
    }

    private void refuse(Message message, RuntimeException failure) {
        var deliveries = deliveries(message);
        if (RetryPolicy.isFinal(failure, deliveries)) {
            bury(message, failure);
            return;
        }
        var delay = RetryPolicy.delay(failure, deliveries);
        message.nakWithDelay(delay);
        note(message, "RETRY");
        log.info("message={} consumer={} again-in={} {}", describe(message), consumer, delay, reason(failure));
    }

    private void bury(Message message, RuntimeException failure) {
        try {
            deadLetters.store(message, consumer, reason(failure));
            message.term();
            note(message, "DEAD_LETTER");
            log.error("message={} consumer={} dead-lettered", describe(message), consumer, failure);
        } catch (DeadLetters.NotStored e) {
            message.nakWithDelay(RetryPolicy.delay(deliveries(message)));
            log.warn("message={} consumer={} not yet dead-lettered: {}", describe(message), consumer, reason(e));
        }
    }

    private void note(Message message, String outcome) {
        meters.counter(
                        "ticketing.events.delivered",
                        "consumer",
                        consumer,
                        "subject",
                        message.getSubject(),
                        "outcome",
                        outcome)
                .increment();
        log.debug("message={} consumer={} outcome={}", describe(message), consumer, outcome);
    }

    private static String describe(Message message) {
        var id = header(message, "Nats-Msg-Id");
        return id == null ? message.getSubject() + "#" + message.metaData().streamSequence() : id;
    }

    private static @Nullable String header(Message message, String name) {
        return message.hasHeaders() ? message.getHeaders().getFirst(name) : null;
    }

    private static long deliveries(Message message) {
        return message.metaData().deliveredCount();
    }

    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
