/** Documents in memory, changed in transactions that one line of an append-only journal makes durable. */
package dev.ticketing.stripesandbox.store;
