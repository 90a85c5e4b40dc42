package dev.ticketing.operator;

import java.time.Instant;

/**
 * One line of a story.
 *
 * @param where the stream and number, or the called service
 * @param version of the aggregate; empty if there is none
 */
record Moment(Instant at, String where, String what, String version, String says) {}
