/**
 * Reliable events between services, over NATS JetStream. Services use this package and {@link
 * dev.ticketing.messaging.outbox.Aggregate}; the packages within it are internal to messaging (ADR 0034).
 *
 * <p>Publishing: an aggregate keeps the events it raises in its own document until a relay has published them (outbox),
 * so one write saves state and event. Delivery is at least once.
 *
 * <p>Consuming: one durable pull consumer per service and stream calls a bean's {@link
 * dev.ticketing.messaging.EventHandler} methods. Events of one aggregate arrive in the order of their versions, each
 * after the handler of the previous one returned without an error; a duplicate is acknowledged unread. Events that can
 * never be handled go to the stream {@code DEAD_LETTERS}.
 *
 * <p>The integration tests are in {@code common/testing}, in packages of the same names: they need the backing services
 * and the probe of that module, which depends on this one.
 */
@NullMarked
package dev.ticketing.messaging;

import org.jspecify.annotations.NullMarked;
