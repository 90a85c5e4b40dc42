/**
 * Tickets: what sellers offer, and who holds or bought it.
 *
 * <ul>
 *   <li>owns {@link dev.ticketing.tickets.ticket.Ticket}
 *   <li>replicates nothing
 *   <li>publishes {@code ticket.created}, {@code ticket.updated}
 *   <li>hears of orders: {@link dev.ticketing.tickets.ticket.OrderEventHandler}
 * </ul>
 */
package dev.ticketing.tickets;
