/** The events that people go to: concerts, matches, plays. The facts that services publish are elsewhere. */
@NullMarked
package dev.ticketing.tickets.event;

import org.jspecify.annotations.NullMarked;
