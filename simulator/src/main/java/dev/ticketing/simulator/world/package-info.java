/** The simulated world: time and turns, broker, database, Redis, Stripe, people, and their observers. */
package dev.ticketing.simulator.world;
