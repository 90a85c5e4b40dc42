/** The life of an order, from the reservation to its end, as described in {@link dev.ticketing.orders.order.Order}. */
package dev.ticketing.orders.order;
