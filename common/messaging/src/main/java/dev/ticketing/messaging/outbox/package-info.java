/**
 * Publishing: an {@link dev.ticketing.messaging.outbox.Aggregate} keeps the events it raises in its own document until
 * the relay has published them. Services use only the aggregate.
 */
@NullMarked
package dev.ticketing.messaging.outbox;

import org.jspecify.annotations.NullMarked;
