package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.systemtests.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes payments whose decision falls around the deadline. It learns the right moment on the way: each payment that is
 * in time makes the next ones a little later, each that is not a little earlier, so that about half of them are in
 * time.
 */
final class LastMoment {

    static final Duration NEAR = Duration.ofMillis(50);

    private static final Duration GUESS = Duration.ofMillis(200);
    private static final Duration STEP = Duration.ofMillis(10);
    private static final int PLACED_AT_A_TIME = 2;

    private final AtomicLong lead = new AtomicLong(GUESS.toNanos());
    private final Semaphore placing = new Semaphore(PLACED_AT_A_TIME);

    /** The ids of the orders, each paid and decided. */
    Set<String> payments(int count, IntFunction<Answer> place, Function<Answer, Answer> pay)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, count)
                            .<Callable<String>>mapToObj(each -> () -> one(each, place, pay))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
        }
    }

    private String one(int number, IntFunction<Answer> place, Function<Answer, Answer> pay)
            throws InterruptedException {
        var order = placed(number, place);
        var deadline = Instant.parse(order.text("expiresAt"));
        var jitter = ThreadLocalRandom.current().nextLong(-NEAR.toNanos(), NEAR.toNanos());
        Span.of(Duration.between(Instant.now(), deadline.minusNanos(lead.get() + jitter)))
                .close();
        learn(pay.apply(order));
        return order.id();
    }

    private Answer placed(int number, IntFunction<Answer> place) throws InterruptedException {
        placing.acquire();
        try {
            var order = place.apply(number);
            assertThat(order.status()).isEqualTo(201);
            return order;
        } finally {
            placing.release();
        }
    }

    private void learn(Answer paid) {
        switch (paid.status()) {
            case 201 -> lead.addAndGet(-STEP.toNanos());
            case 409 -> lead.addAndGet(STEP.toNanos());
            default -> throw new AssertionError("a payment was answered " + paid);
        }
    }
}
