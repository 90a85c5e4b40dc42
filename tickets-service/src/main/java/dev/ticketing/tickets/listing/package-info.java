/** The input of sellers: titles, amounts and currencies as typed, and the rules for them. */
package dev.ticketing.tickets.listing;
