/** The life of an order, from the reservation to its end, as described in {@link dev.ticketing.orders.order.Order}. */
@NullMarked
package dev.ticketing.orders.order;

import org.jspecify.annotations.NullMarked;
