/**
 * Runs the services' own code in one thread of control: a seeded scheduler decides which task continues, what arrives
 * late, twice or never, and which process dies. This package is the outside; {@code world} and the services are loaded
 * by {@link dev.ticketing.simulator.SimulatedClasses}, which gives them the simulated time and threads (ADR 0025).
 */
package dev.ticketing.simulator;
