/**
 * Decides whether it is an event's turn, by the last version of each aggregate that this service has handled. Internal
 * to messaging.
 */
@NullMarked
package dev.ticketing.messaging.gate;

import org.jspecify.annotations.NullMarked;
