/** The simulated world: time and who goes on, broker, database, Redis, Stripe, people, and those who watch them all. */
package dev.ticketing.simulator.world;
