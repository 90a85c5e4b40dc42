/** The life of a ticket, from its listing to its sale, as described in {@link dev.ticketing.tickets.ticket.Ticket}. */
package dev.ticketing.tickets.ticket;
