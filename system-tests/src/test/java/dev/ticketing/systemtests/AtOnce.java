package dev.ticketing.systemtests;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Concurrent calls. */
public final class AtOnce {

    private AtOnce() {}

    static List<Answer> call(Callable<Answer> first, Callable<Answer> second) throws InterruptedException {
        return callAll(List.of(first, second));
    }

    public static List<Answer> call(int times, IntFunction<Answer> call) throws InterruptedException {
        return callAll(IntStream.range(0, times)
                .<Callable<Answer>>mapToObj(each -> () -> call.apply(each))
                .toList());
    }

    private static List<Answer> callAll(List<Callable<Answer>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
