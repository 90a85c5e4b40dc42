/** The input of sellers: titles, amounts and currencies as typed, and the rules for them. */
@NullMarked
package dev.ticketing.tickets.listing;

import org.jspecify.annotations.NullMarked;
