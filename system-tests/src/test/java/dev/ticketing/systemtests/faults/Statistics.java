package dev.ticketing.systemtests.faults;

import dev.ticketing.systemtests.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The responses to a load. */
final class Statistics {

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger purchases = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final List<String> misbehaviour = new CopyOnWriteArrayList<>();

    void answered(String request, Answer answer, Duration took) {
        requests.incrementAndGet();
        slowest.accumulateAndGet(took.toMillis(), Math::max);
        if (answer.status() == 503) {
            unavailable.incrementAndGet();
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                misbehaviour.add(request + " answered 503 without Retry-After: " + answer.body());
            }
        } else if (answer.status() >= 500) {
            misbehaviour.add("%s answered %d: %s".formatted(request, answer.status(), answer.body()));
        }
    }

    void unanswered() {
        requests.incrementAndGet();
        unanswered.incrementAndGet();
    }

    void misbehaved(String what) {
        misbehaviour.add(what);
    }

    void bought() {
        purchases.incrementAndGet();
    }

    int purchases() {
        return purchases.get();
    }

    /** Responses of 503. */
    int unavailable() {
        return unavailable.get();
    }

    /** Responses of 503, and requests without a response. */
    int failed() {
        return unavailable.get() + unanswered.get();
    }

    List<String> misbehaviour() {
        return List.copyOf(misbehaviour);
    }

    @Override
    public String toString() {
        return "%d purchases, %d requests: %d × 503, %d unanswered, slowest %.1f s"
                .formatted(
                        purchases.get(), requests.get(), unavailable.get(), unanswered.get(), slowest.get() / 1000.0);
    }
}
