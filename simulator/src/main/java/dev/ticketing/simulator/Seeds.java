package dev.ticketing.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs one seed after the other, on all processors, until it is stopped or one fails. */
public final class Seeds {

    /** A plan with a violation, and its outcome. */
    public record Failure(Plan plan, Outcome outcome) {}

    private final Map<String, byte[]> changed;
    private final Tally tally = new Tally();

    /** @param changed classes that replace the services' own */
    public Seeds(Map<String, byte[]> changed) {
        this.changed = changed;
    }

    public Tally tally() {
        return tally;
    }

    /**
     * The failure of the lowest seed, if any.
     *
     * @param goesOn decides for every seed whether to run it
     */
    public Optional<Failure> run(long first, int atOnce, Predicate<Long> goesOn) {
        var next = new AtomicLong(first);
        var failures = new ConcurrentLinkedQueue<Failure>();
        var classes = new SimulatedClasses(changed);
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var workers = Stream.generate(() -> threads.submit(() -> {
                        var simulation = classes.simulation();
                        for (var seed = next.getAndIncrement();
                                failures.isEmpty() && goesOn.test(seed);
                                seed = next.getAndIncrement()) {
                            run(Plan.of(seed), simulation).ifPresent(failures::add);
                        }
                    }))
                    .limit(atOnce)
                    .toList();
            workers.forEach(Seeds::join);
        }
        return failures.stream()
                .min((one, other) ->
                        Long.compare(one.plan().seed(), other.plan().seed()));
    }

    private Optional<Failure> run(Plan plan, Simulation simulation) {
        var outcome = simulation.run(plan);
        tally.add(outcome);
        return outcome.failed() ? Optional.of(new Failure(plan, outcome)) : Optional.empty();
    }

    /** A world that could not be created or run is no success. */
    private static void join(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a simulation could not be run", e.getCause());
        }
    }
}
