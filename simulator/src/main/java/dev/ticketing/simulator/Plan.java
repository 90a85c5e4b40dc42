package dev.ticketing.simulator;

import java.util.EnumSet;
import java.util.Set;

/**
 * The conditions of a run, besides chance.
 *
 * @param seed decides everything that is left to chance
 * @param buyers the number of buyers
 * @param tickets the number of listed tickets
 * @param faults the possible faults
 * @param told whether the story is recorded
 */
public record Plan(long seed, int buyers, int tickets, Set<Fault> faults, boolean told) {

    private static final int BUYERS = 60;
    private static final int TICKETS = 48;

    /** With all faults. */
    public static Plan of(long seed) {
        return new Plan(seed, BUYERS, TICKETS, EnumSet.allOf(Fault.class), false);
    }

    public Plan withSeed(long other) {
        return new Plan(other, buyers, tickets, faults, told);
    }

    public Plan withPeople(int fewerBuyers, int fewerTickets) {
        return new Plan(seed, fewerBuyers, fewerTickets, faults, told);
    }

    public Plan without(Fault fault) {
        var fewer = EnumSet.copyOf(faults);
        fewer.remove(fault);
        return new Plan(seed, buyers, tickets, fewer, told);
    }

    public Plan asStory() {
        return new Plan(seed, buyers, tickets, faults, true);
    }
}
