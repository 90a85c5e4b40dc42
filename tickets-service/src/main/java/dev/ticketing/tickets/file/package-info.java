/** Files and codes of tickets, made anew so that a buyer can open them without danger. */
@NullMarked
package dev.ticketing.tickets.file;

import org.jspecify.annotations.NullMarked;
