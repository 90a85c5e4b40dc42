package dev.ticketing.simulator.world;

import dev.ticketing.simulator.Fault;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One sorted set and a few texts, all of which may be lost. */
public final class Redis {

    private static final double AWAY = 0.001;

    private final World world;
    private final Map<String, Double> scores = new TreeMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private int run = 1;

    Redis(World world) {
        this.world = world;
    }

    /** The client converts it to its own exception. */
    public static final class Away extends RuntimeException {
        Away() {
            super("redis does not answer");
        }
    }

    public static Redis current() {
        return Task.current().world.redis;
    }

    public void add(String member, double score) {
        act(() -> "sets timer of " + member, () -> scores.put(member, score));
    }

    public void addAll(Map<String, Double> members) {
        act(() -> "sets timers of " + members.keySet(), () -> {
            scores.putAll(members);
            return null;
        });
    }

    public boolean remove(String member) {
        return act(() -> "removes timer of " + member, () -> scores.remove(member) != null);
    }

    public Double firstScore() {
        return scores.values().stream().min(Comparator.naturalOrder()).orElse(null);
    }

    /** The due ones; with {@code later} they are moved there. */
    public List<String> due(double now, Double later, int atMost) {
        var due = scores.entrySet().stream()
                .filter(entry -> entry.getValue() <= now)
                .sorted(Map.Entry.comparingByValue())
                .limit(atMost)
                .map(Map.Entry::getKey)
                .toList();
        if (due.isEmpty()) {
            return due;
        }
        return act(() -> "finds due " + due, () -> {
            due.forEach(member -> {
                if (later != null) {
                    scores.put(member, later);
                }
            });
            return due;
        });
    }

    public String run() {
        return "run-" + run;
    }

    public String text(String name) {
        return texts.get(name);
    }

    public void text(String name, String value) {
        act(() -> "notes " + name + "=" + value, () -> texts.put(name, value));
    }

    /** A restart without data. */
    void forget() {
        world.tell("redis", () -> "restarts and has lost " + scores.keySet());
        scores.clear();
        texts.clear();
        run++;
    }

    /** Evicts data because memory was short. */
    void evict() {
        if (!scores.isEmpty()) {
            var gone = world.chance.of(List.copyOf(scores.keySet()));
            world.tell("redis", () -> "evicts the timer of " + gone);
            scores.remove(gone);
        }
    }

    private <T> T act(Supplier<String> what, Supplier<T> work) {
        world.step("redis", what);
        if (world.happens(Fault.REDIS, AWAY)) {
            if (world.chance.in(0.5)) {
                work.get();
            }
            throw new Away();
        }
        return work.get();
    }
}
