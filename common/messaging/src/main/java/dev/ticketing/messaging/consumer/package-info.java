/**
 * Consuming: finds the event handlers of a service and calls them with the events of durable consumers. Internal to
 * messaging.
 */
@NullMarked
package dev.ticketing.messaging.consumer;

import org.jspecify.annotations.NullMarked;
