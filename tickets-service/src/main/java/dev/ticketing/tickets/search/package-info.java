/** The public lists: filters, orders, counts (ADR 0018), and their cache (ADR 0040). */
@NullMarked
package dev.ticketing.tickets.search;

import org.jspecify.annotations.NullMarked;
