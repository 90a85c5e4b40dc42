/** The life of a ticket, from the listing to its sale; {@link dev.ticketing.tickets.ticket.Ticket} tells it. */
package dev.ticketing.tickets.ticket;
