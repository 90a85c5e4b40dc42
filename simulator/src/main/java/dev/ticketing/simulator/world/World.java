package dev.ticketing.simulator.world;

import dev.ticketing.simulator.Fault;
import dev.ticketing.simulator.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One run: its clock, its chance, all stored data, and its records. */
public final class World {

    private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int FEW = 20;

    private static final double SLOW = 0.01;
    private static final double STALLED = 0.0003;
    private static final double DIES = 0.0003;
    private static final List<Double> WEATHERS = List.of(0.0, 0.5, 1.0, 1.0, 3.0, 10.0);
    private static final double MOST_OFTEN = 0.2;

    final Scheduler scheduler = new Scheduler();
    final Waiters waiters = new Waiters(this);
    final Chance chance;
    final Plan plan;
    final Map<String, Store> stores = new TreeMap<>();
    final Broker broker;
    final Redis redis = new Redis(this);
    final Stripe stripe = new Stripe(this);
    final Witness witness = new Witness(this);
    final List<String> story = new ArrayList<>();
    final Map<String, Long> counts = new TreeMap<>();
    final Set<String> violations = new LinkedHashSet<>();
    /** The frequency of each fault here, relative to the usual: different worlds find more than similar ones. */
    private final Map<Fault, Double> weather = new EnumMap<>(Fault.class);

    /** Whether faults happen. */
    boolean stormy = true;

    private long ids;
    private long fingerprint = 17;

    World(Plan plan, Map<String, Broker.Stream> streams) {
        this.plan = plan;
        this.broker = new Broker(this, streams);
        this.chance = new Chance(plan.seed());
        for (var fault : Fault.values()) {
            weather.put(fault, chance.of(WEATHERS));
        }
    }

    Store store(String service) {
        return stores.computeIfAbsent(service, name -> new Store(this, name));
    }

    /** A task outside all machines begins. */
    void network(Runnable work) {
        scheduler.start(new Task(this, null, Thread.ofVirtual(), work));
    }

    Instant instant() {
        return at(scheduler.now());
    }

    static Instant at(long micros) {
        return BEGINNING.plusNanos(micros * 1_000);
    }

    void pause(long micros) {
        scheduler.pause(Task.current(), micros);
    }

    /** Whether this fault happens here and now. */
    boolean happens(Fault fault, double probability) {
        if (!stormy
                || !plan.faults().contains(fault)
                || !chance.in(Math.min(MOST_OFTEN, probability * weather.get(fault)))) {
            return false;
        }
        count(fault.name().toLowerCase(java.util.Locale.ROOT));
        return true;
    }

    /** A step towards the outside: takes its time, and may be the last of the process. */
    void step(String kind, Supplier<String> what) {
        var task = Task.current();
        pause(latency());
        if (task.machine != null && happens(Fault.CRASH, DIES)) {
            tell(task.machine.name, () -> "dies before: " + what.get());
            task.machine.die(scheduler);
            throw new Killed();
        }
        fingerprint = (fingerprint * 31 + scheduler.now()) * 31 + kind.hashCode();
        tell(task.place(), what);
    }

    private long latency() {
        if (happens(Fault.STALL, STALLED)) {
            return chance.millis(4_000, 20_000);
        }
        return chance.in(SLOW) ? chance.millis(3, 300) : chance.millis(0.2, 3);
    }

    void tell(String who, Supplier<String> what) {
        if (plan.told()) {
            story.add("%9.3f s  %-12s %s".formatted((double) scheduler.now() / MICROS_PER_SECOND, who, what.get()));
        }
    }

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void violated(String what) {
        if (violations.size() < FEW && violations.add(what)) {
            tell("VIOLATION", () -> what);
        }
    }

    /** An unexpected exception. */
    void broken(Task task, Throwable failure) {
        var trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace, true));
        violated("a thread of " + task.place() + " ended with " + trace);
    }

    /** Like an ObjectId: seconds, then a counter. */
    String nextId() {
        return "%08x%016x".formatted(instant().getEpochSecond(), ++ids);
    }

    long fingerprint() {
        return fingerprint;
    }
}
