package dev.ticketing.simulator;

/** Runs plans, one after the other. Not for two threads at once: each has its own. */
public interface Simulation {

    Outcome run(Plan plan);
}
