/**
 * The broker from the outside: reading streams, sending by hand, and dead letters. For operators' tools, the checker
 * and tests; no service has this on its class path.
 */
@NullMarked
package dev.ticketing.brokeradmin;

import org.jspecify.annotations.NullMarked;
