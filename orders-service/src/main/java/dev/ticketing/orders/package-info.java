/**
 * Orders: reserves a ticket for a while and alone decides what becomes of an order.
 *
 * <ul>
 *   <li>owns {@link dev.ticketing.orders.order.Order}; a ticket is reserved by the insert of its order
 *   <li>replicates {@link dev.ticketing.orders.ticket.Ticket} from tickets-service
 *   <li>publishes {@code order.created}, {@code order.awaiting-payment}, {@code order.completed}, {@code order.cancelled}
 *   <li>hears of tickets, payments and expirations: every {@code *EventHandler}
 * </ul>
 */
package dev.ticketing.orders;
