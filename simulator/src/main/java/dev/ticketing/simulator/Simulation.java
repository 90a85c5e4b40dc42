package dev.ticketing.simulator;

/** Runs plans, one after the other. Not thread-safe: each thread has its own. */
public interface Simulation {

    Outcome run(Plan plan);
}
