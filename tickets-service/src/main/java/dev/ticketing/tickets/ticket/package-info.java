/** The life of a ticket, from its listing to its sale, as described in {@link dev.ticketing.tickets.ticket.Ticket}. */
@NullMarked
package dev.ticketing.tickets.ticket;

import org.jspecify.annotations.NullMarked;
