/** The documents that a buyer takes along: a page to print, and an entry for the calendar. */
@NullMarked
package dev.ticketing.tickets.pass;

import org.jspecify.annotations.NullMarked;
