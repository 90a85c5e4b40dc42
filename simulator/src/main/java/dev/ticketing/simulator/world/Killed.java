package dev.ticketing.simulator.world;

/** Unwinds the tasks of a dead process; an error, so that no code handles it as a failure. */
final class Killed extends Error {

    Killed() {
        super("killed", null, false, false);
    }
}
