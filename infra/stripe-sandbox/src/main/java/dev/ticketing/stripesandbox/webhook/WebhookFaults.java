package dev.ticketing.stripesandbox.webhook;

import dev.ticketing.stripesandbox.SandboxReset;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The faults of the webhooks of the next events. Not durable. */
@Component
class WebhookFaults {

    private static final long REORDER_STEP_MILLIS = 250;

    /**
     * The settings; null leaves a value unchanged.
     *
     * @param delayMs delays every delivery by this time
     * @param duplicate every event is sent this many times more
     * @param dropNext the next so many events are never sent
     * @param dropAll no event is sent until this is false again; dropped events stay dropped
     * @param reorder the next so many events are sent in reverse order
     */
    record Settings(Long delayMs, Integer duplicate, Integer dropNext, Boolean dropAll, Integer reorder) {}

    private long delayMs;
    private int duplicate;
    private int dropNext;
    private boolean dropAll;
    private int reorder;

    synchronized Settings set(Settings wanted) {
        delayMs = wanted.delayMs() == null ? delayMs : wanted.delayMs();
        duplicate = wanted.duplicate() == null ? duplicate : wanted.duplicate();
        dropNext = wanted.dropNext() == null ? dropNext : wanted.dropNext();
        dropAll = wanted.dropAll() == null ? dropAll : wanted.dropAll();
        reorder = wanted.reorder() == null ? reorder : wanted.reorder();
        return get();
    }

    synchronized Settings get() {
        return new Settings(delayMs, duplicate, dropNext, dropAll, reorder);
    }

    @EventListener(SandboxReset.class)
    synchronized void clear() {
        set(new Settings(0L, 0, 0, false, 0));
    }

    /** Delays in milliseconds, one per delivery of the next event: none if it is dropped. */
    synchronized List<Long> next() {
        if (dropAll) {
            return List.of();
        }
        if (dropNext > 0) {
            dropNext--;
            return List.of();
        }
        var pause = delayMs + (reorder > 0 ? reorder-- * REORDER_STEP_MILLIS : 0);
        return LongStream.generate(() -> pause).limit(1L + duplicate).boxed().toList();
    }
}
