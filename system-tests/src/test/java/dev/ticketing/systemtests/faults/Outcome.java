package dev.ticketing.systemtests.faults;

import java.util.List;

/** One row of the reliability table. */
record Outcome(String test, String fault, String load, String seen, String verdict) {

    static final List<String> COLUMNS = List.of("test", "fault", "load", "seen", "verdict");

    static Outcome of(List<String> cells) {
        return new Outcome(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    }

    List<String> cells() {
        return List.of(test, fault, load, seen, verdict);
    }

    Outcome seen(Load load, String seen) {
        return new Outcome(test, fault, load.toString(), seen, verdict);
    }

    Outcome verdict(String verdict) {
        return new Outcome(test, fault, load, seen, verdict);
    }
}
