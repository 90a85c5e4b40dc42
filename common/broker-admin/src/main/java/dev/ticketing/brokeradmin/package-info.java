/**
 * The broker from outside of the services, for operators' tools, the checker and tests: what the streams hold, sending by
 * hand, and dead letters. No service has this on its class path.
 */
package dev.ticketing.brokeradmin;
