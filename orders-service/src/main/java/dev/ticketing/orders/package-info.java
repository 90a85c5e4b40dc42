/**
 * Orders: reserves tickets for a while, and alone decides what becomes of an order.
 * <ul>
 * <li>owns {@link dev.ticketing.orders.order.Order}; the insert of an order reserves its ticket
 * <li>replicates {@link dev.ticketing.orders.ticket.Ticket} from tickets-service
 * <li>publishes {@code order.created}, {@code order.awaiting-payment}, {@code order.completed}, {@code order.cancelled}
 * <li>consumes events of tickets, payments and expirations: every {@code *EventHandler}
 * </ul>
 */
@NullMarked
package dev.ticketing.orders;

import org.jspecify.annotations.NullMarked;
