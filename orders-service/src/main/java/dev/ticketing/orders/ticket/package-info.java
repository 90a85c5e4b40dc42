/** The replica of the tickets of tickets-service: orders copy from it when they are placed. */
@NullMarked
package dev.ticketing.orders.ticket;

import org.jspecify.annotations.NullMarked;
