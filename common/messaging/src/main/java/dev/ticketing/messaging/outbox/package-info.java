/**
 * Publishing: an {@link dev.ticketing.messaging.outbox.Aggregate} keeps the events it raises in its own document until the
 * relay has published them. Services see the aggregate alone.
 */
package dev.ticketing.messaging.outbox;
