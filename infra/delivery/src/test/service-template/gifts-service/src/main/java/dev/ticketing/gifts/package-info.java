/** Gifts: an example of a service. */
package dev.ticketing.gifts;
