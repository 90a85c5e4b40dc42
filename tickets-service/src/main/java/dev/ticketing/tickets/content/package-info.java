/**
 * What a buyer pays for: the file or the code of a ticket. It is sealed at rest, and opened only for the seller and,
 * once the order is complete, for its buyer (ADR 0038).
 */
@NullMarked
package dev.ticketing.tickets.content;

import org.jspecify.annotations.NullMarked;
