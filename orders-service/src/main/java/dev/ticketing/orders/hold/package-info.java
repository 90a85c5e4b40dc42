/** Limits of unpaid reservations: by buyer, by client, and for the same ticket again (ADR 0029). */
@NullMarked
package dev.ticketing.orders.hold;

import org.jspecify.annotations.NullMarked;
