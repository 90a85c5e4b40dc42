/** Buying: the reservation, paying for it, and what became of it. */
package dev.ticketing.client.web.order;
