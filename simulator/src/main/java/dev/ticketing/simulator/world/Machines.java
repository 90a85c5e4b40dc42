package dev.ticketing.simulator.world;

import java.util.function.Function;

/** The services from outside. */
interface Machines {

    /** Runs the work in a running instance, and returns its response; none if it dies before. */
    Reply call(String service, Function<Endpoints, Reply> work);
}
