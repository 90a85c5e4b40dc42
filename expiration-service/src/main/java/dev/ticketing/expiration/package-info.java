/**
 * Timers: publishes the expiry of orders promptly, but does not decide it. {@code Order.expiresAt} and the clock of
 * orders-service decide (ADR 0006), so a timer may fire twice or for a finished order.
 * <ul>
 * <li>owns nothing: {@link dev.ticketing.expiration.Timers} is rebuilt from the stream of orders
 * <li>publishes {@code expiration.complete}
 * <li>consumes events of orders: {@link dev.ticketing.expiration.OrderEventHandler}
 * </ul>
 */
@NullMarked
package dev.ticketing.expiration;

import org.jspecify.annotations.NullMarked;
