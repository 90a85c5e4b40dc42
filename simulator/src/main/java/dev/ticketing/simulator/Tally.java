package dev.ticketing.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The totals of many runs. */
public final class Tally {

    private final Map<String, Long> counts = new TreeMap<>();
    private long worlds;
    private long lives;
    private long steps;
    private Duration simulated = Duration.ZERO;
    private long failed;

    synchronized void add(Outcome outcome) {
        worlds++;
        lives += outcome.lives();
        steps += outcome.steps();
        simulated = simulated.plus(outcome.simulated());
        failed += outcome.failed() ? 1 : 0;
        outcome.counts().forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    public synchronized long lives() {
        return lives;
    }

    public synchronized long count(Fault fault) {
        return counts.getOrDefault(fault.name().toLowerCase(java.util.Locale.ROOT), 0L);
    }

    synchronized String progress() {
        return "%,d worlds, %,d purchases, %,d steps, %d failed".formatted(worlds, lives, steps, failed);
    }

    /** One line for each counter. */
    synchronized String table() {
        var lines = new StringBuilder();
        line(lines, "worlds", worlds);
        line(lines, "purchases", lives);
        line(lines, "steps", steps);
        line(lines, "simulated hours", simulated.toHours());
        counts.forEach((what, count) -> line(lines, what, count));
        line(lines, "worlds with a violation", failed);
        return lines.toString();
    }

    private static void line(StringBuilder lines, String what, long count) {
        lines.append("  %-36s %,14d%n".formatted(what, count));
    }
}
