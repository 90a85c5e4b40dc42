/**
 * Consuming: finds the event handlers of a service and calls them with the events of durable consumers. Internal to
 * messaging.
 */
package dev.ticketing.messaging.consumer;
