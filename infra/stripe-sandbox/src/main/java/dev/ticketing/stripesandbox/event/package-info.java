/** Events: one per change of state, stored for {@code /v1/events} and sent by webhook. */
package dev.ticketing.stripesandbox.event;
