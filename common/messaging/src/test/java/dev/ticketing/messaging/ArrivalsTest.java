package dev.ticketing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final String ID = "6b0028613e6a648727960bce";
    private static final int WAITERS = 50;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Arrivals arrivals = new Arrivals();
    private final AtomicReference<String> document = new AtomicReference<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void arrivalWakesEveryWaiter() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiters = manyWaiters(threads);

            document.set("ticket");
            arrivals.arrived(ID);

            assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join()).contains("ticket"));
        }
    }

    @Test
    void arrivalAtAnotherInstanceIsFound() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiters = manyWaiters(threads);

            document.set("ticket");

            assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join()).contains("ticket"));
        }
    }

    @Test
    void oneThreadLooksForAllWaiters() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiters = manyWaiters(threads);
            await().until(() -> looks.get() >= WAITERS + 3);

            document.set("ticket");
            waiters.forEach(CompletableFuture::join);

            assertThat(looks).hasValueLessThan(2 * WAITERS + 20);
        }
    }

    @Test
    void nextWaiterLooksWhenTheFirstHasGivenUp() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var impatient = CompletableFuture.supplyAsync(() -> awaited(Duration.ofMillis(300)), threads);
            await().until(() -> looks.get() >= 1);
            var patient = CompletableFuture.supplyAsync(this::awaited, threads);
            assertThat(impatient.join()).isEmpty();

            document.set("ticket");

            assertThat(patient.join()).contains("ticket");
        }
    }

    private List<CompletableFuture<Optional<String>>> manyWaiters(Executor threads) {
        var waiters = IntStream.range(0, WAITERS)
                .mapToObj(each -> CompletableFuture.supplyAsync(this::awaited, threads))
                .toList();
        await().until(() -> looks.get() >= WAITERS);
        return waiters;
    }

    private Optional<String> awaited() {
        return awaited(LONG);
    }

    private Optional<String> awaited(Duration patience) {
        Supplier<Optional<String>> find = () -> {
            looks.incrementAndGet();
            return Optional.ofNullable(document.get());
        };
        return arrivals.await(ID, find, patience);
    }
}
