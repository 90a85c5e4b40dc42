/** Buying: the reservation, its payment, and their results. */
@NullMarked
package dev.ticketing.client.web.order;

import org.jspecify.annotations.NullMarked;
