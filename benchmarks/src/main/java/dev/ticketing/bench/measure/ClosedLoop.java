package dev.ticketing.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Some workers, each of which starts its next operation when the last has ended. */
public final class ClosedLoop {

    /** An operation; it fails if it does not have the expected effect. */
    @FunctionalInterface
    public interface Operation {
        void run() throws Exception;
    }

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final Supplier<Duration> cpu;
    private final Operation settle;

    /**
     * @param cpu the CPU time so far of everything that takes part
     * @param settle waits for work that the operations leave behind; its CPU time counts
     */
    public ClosedLoop(Supplier<Duration> cpu, Operation settle) {
        this.cpu = cpu;
        this.settle = settle;
    }

    /** For operations that leave nothing behind. */
    public static void nothing() {}

    /** Runs every operation once. */
    public Sample runAll(int workers, List<Operation> operations) throws Exception {
        var queue = new ConcurrentLinkedQueue<>(operations);
        return run(workers, queue::poll);
    }

    /** Each worker repeats its own operation. */
    public Sample repeat(Duration length, List<Operation> operations) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var queue = new ConcurrentLinkedQueue<>(operations);
        return run(operations.size(), () -> {
            var own = queue.poll();
            if (own == null || System.nanoTime() >= end) {
                return null;
            }
            return () -> {
                own.run();
                queue.add(own);
            };
        });
    }

    private Sample run(int workers, Supplier<Operation> next) throws Exception {
        var cpuBefore = cpu.get();
        var begin = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < workers; i++) {
                running.add(executor.submit((Callable<Void>) () -> work(next)));
            }
            for (var worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        settle.run();
        var sorted = nanos.stream().sorted().toList();
        return new Sample(sorted.size(), took, cpu.get().minus(cpuBefore), at(sorted, 50), at(sorted, 99));
    }

    private Void work(Supplier<Operation> next) throws Exception {
        for (var operation = next.get(); operation != null; operation = next.get()) {
            var begin = System.nanoTime();
            operation.run();
            nanos.add(System.nanoTime() - begin);
        }
        return null;
    }

    private static Duration at(List<Long> sorted, int percent) {
        return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100));
    }
}
