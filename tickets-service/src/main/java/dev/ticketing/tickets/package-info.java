/**
 * Tickets: the offers of sellers, and which order reserves or has bought each.
 * <ul>
 * <li>owns {@link dev.ticketing.tickets.ticket.Ticket} and {@link dev.ticketing.tickets.event.ListedEvent}
 * <li>replicates nothing
 * <li>publishes {@code ticket.created}, {@code ticket.updated}
 * <li>consumes events of orders: {@link dev.ticketing.tickets.application.OrderEventHandler}
 * </ul>
 */
@NullMarked
package dev.ticketing.tickets;

import org.jspecify.annotations.NullMarked;
