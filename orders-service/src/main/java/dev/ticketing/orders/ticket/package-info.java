/** The replica of tickets-service's tickets: what an order copies at the moment it is placed. */
package dev.ticketing.orders.ticket;
