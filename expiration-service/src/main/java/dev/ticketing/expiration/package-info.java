/**
 * Timers: says when an order's time is up. Prompt, but never decisive: {@code Order.expiresAt} and the clock of
 * orders-service decide (ADR 0006), so a timer may fire twice or for an order that is over.
 *
 * <ul>
 *   <li>owns nothing: {@link dev.ticketing.expiration.Timers} is rebuilt from the stream of orders
 *   <li>publishes {@code expiration.complete}
 *   <li>hears of orders: {@link dev.ticketing.expiration.OrderEventHandler}
 * </ul>
 */
package dev.ticketing.expiration;
