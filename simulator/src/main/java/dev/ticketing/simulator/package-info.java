/**
 * Runs the services' own code in one thread of control: a seeded scheduler decides who goes on, what comes late, twice or
 * never, and who dies. What is in this very package is the outside; {@code world} and the services are loaded by
 * {@link dev.ticketing.simulator.SimulatedClasses}, which gives them the simulated time and threads (ADR 0018).
 */
package dev.ticketing.simulator;
