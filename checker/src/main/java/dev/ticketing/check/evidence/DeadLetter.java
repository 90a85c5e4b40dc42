package dev.ticketing.check.evidence;

/**
 * A message that a consumer could not handle.
 *
 * @param position stream and sequence of the message, such as {@code ORDERS:17}
 */
public record DeadLetter(String consumer, String position, String reason) {}
