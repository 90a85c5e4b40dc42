package dev.ticketing.simulator.world;

/** Unwinds what a dead process was doing; an error, so that nobody takes it for a failure that can be handled. */
final class Killed extends Error {

    Killed() {
        super("killed", null, false, false);
    }
}
