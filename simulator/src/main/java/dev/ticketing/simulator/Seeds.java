package dev.ticketing.simulator;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Runs one seed after the other, on all processors, until it is told to stop or one fails. */
public final class Seeds {

    /** A plan that found a violation, and what it found. */
    public record Failure(Plan plan, Outcome outcome) {}

    private final Map<String, byte[]> changed;
    private final Tally tally = new Tally();

    /** @param changed classes to be run instead of the services' own */
    public Seeds(Map<String, byte[]> changed) {
        this.changed = changed;
    }

    public Tally tally() {
        return tally;
    }

    /**
     * The failure of the lowest seed, if any.
     *
     * @param goesOn asked for every seed, whether it is still to be run
     */
    public Optional<Failure> run(long first, int atOnce, Predicate<Long> goesOn) {
        var next = new AtomicLong(first);
        var failures = new ConcurrentLinkedQueue<Failure>();
        var workers = new ArrayList<Thread>();
        var classes = new SimulatedClasses(changed);
        for (var worker = 0; worker < atOnce; worker++) {
            workers.add(Thread.ofPlatform().start(() -> {
                var simulation = classes.simulation();
                for (var seed = next.getAndIncrement();
                        failures.isEmpty() && goesOn.test(seed);
                        seed = next.getAndIncrement()) {
                    var plan = Plan.of(seed);
                    var outcome = simulation.run(plan);
                    tally.add(outcome);
                    if (outcome.failed()) {
                        failures.add(new Failure(plan, outcome));
                    }
                }
            }));
        }
        workers.forEach(Seeds::join);
        return failures.stream()
                .min((one, other) ->
                        Long.compare(one.plan().seed(), other.plan().seed()));
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
