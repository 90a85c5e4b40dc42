/** MongoDB, NATS and Redis, embedded or in Docker. */
@NullMarked
package dev.ticketing.local.backing;

import org.jspecify.annotations.NullMarked;
