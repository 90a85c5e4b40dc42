/**
 * Reliable events between services, over NATS JetStream. This package is what services use, together with
 * {@link dev.ticketing.messaging.outbox.Aggregate}; the packages within it are for messaging alone (ADR 0034).
 *
 * <p>Publishing: an aggregate keeps the events it raises in its own document until a relay has published them (outbox), so
 * state and event are one write. Delivery is at least once.
 *
 * <p>Consuming: a bean's {@link dev.ticketing.messaging.EventHandler} methods are fed by one durable pull consumer per
 * service and stream. Events of one aggregate arrive in the order of their versions, each until its handler returned
 * without an error; a repeated one is acknowledged unseen. What can never be handled goes to the stream
 * {@code DEAD_LETTERS}.
 *
 * <p>The integration tests are in {@code common/testing}, in the packages of the same names: they need the backing services
 * and the probe of that module, which depends on this one.
 */
package dev.ticketing.messaging;
