/** Buying: the reservation, its payment, and their results. */
package dev.ticketing.client.web.order;
