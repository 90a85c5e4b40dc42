/** Rules for the input of sellers that several forms share. */
@NullMarked
package dev.ticketing.tickets.input;

import org.jspecify.annotations.NullMarked;
