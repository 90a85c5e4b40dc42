/**
 * The pages. Owns no data: {@code web} renders the responses of the services' HTTP API, which {@code api} calls with
 * the visitor's own session. Publishes nothing; reads the events of tickets and orders, and the ended sessions.
 */
@NullMarked
package dev.ticketing.client;

import org.jspecify.annotations.NullMarked;
