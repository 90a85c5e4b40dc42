/** MongoDB, NATS and Redis, embedded or in Docker. */
package dev.ticketing.local.backing;
