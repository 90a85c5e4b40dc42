package dev.ticketing.testing.load;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs actions concurrently. */
public final class AtOnce {

    private AtOnce() {}

    /** The results in the order of the action numbers, which begin with 0. */
    public static <T> List<T> all(int count, IntFunction<T> what) {
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = IntStream.range(0, count)
                    .mapToObj(number -> people.submit(() -> {
                        start.await();
                        return what.apply(number);
                    }))
                    .toList();
            start.countDown();
            return results.stream().map(AtOnce::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
