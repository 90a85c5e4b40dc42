/** The life of an order, from the reservation to its end; {@link dev.ticketing.orders.order.Order} tells it. */
package dev.ticketing.orders.order;
