/** Consuming: finds the event handlers of a service and feeds them through durable consumers. For messaging alone. */
package dev.ticketing.messaging.consumer;
