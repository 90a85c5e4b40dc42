package dev.ticketing.messaging;

import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.PaymentEvent.PaymentVoided;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** A handler that writes down what it hears, and fails when the event's reason tells it to. */
@Component
public class Diary {

    public record Entry(String paymentId, long version, String reason) {}

    private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    public final CountDownLatch begun = new CountDownLatch(1);
    public final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean broken = true;

    @EventHandler
    void on(PaymentFailed event, EventMetadata metadata) {
        switch (event.reason()) {
            case "bug" -> throw new IllegalStateException("a bug");
            case "bug that is fixed later" -> {
                if (broken) {
                    throw new IllegalStateException("a bug");
                }
            }
            case "later" -> {
                if (refusals.incrementAndGet() <= 3) {
                    throw new RetryLater("not yet", Duration.ofMillis(1));
                }
            }
            case "slow" -> {
                begun.countDown();
                await(released);
            }
            default -> {}
        }
        entries.add(new Entry(event.id(), metadata.version(), event.reason()));
    }

    @EventHandler
    void on(PaymentVoided event, EventMetadata metadata) {
        entries.add(new Entry(event.id(), metadata.version(), event.reason()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void fix() {
        broken = false;
    }

    public List<Entry> about(String paymentId) {
        return entries.stream()
                .filter(entry -> entry.paymentId().equals(paymentId))
                .toList();
    }
}
