/** The replica of the tickets of tickets-service: orders copy from it when they are placed. */
package dev.ticketing.orders.ticket;
