/**
 * Reliable events between services, over NATS JetStream.
 *
 * <p>Publishing: an {@link dev.ticketing.messaging.Aggregate} keeps the events it raises in its own document until a relay
 * has published them (outbox), so state and event are one write. Delivery is at least once.
 *
 * <p>Hearing: a bean's {@link dev.ticketing.messaging.EventHandler} methods are fed by one durable pull consumer per service
 * and stream. Events of one aggregate arrive in the order of their versions, each until its handler returned without
 * an error; a repeated one is acknowledged unseen. What can never be handled goes to the stream {@code DEAD_LETTERS}.
 */
package dev.ticketing.messaging;
