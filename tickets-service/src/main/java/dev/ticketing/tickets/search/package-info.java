/** The public lists: filters, orders, counts (ADR 0018), and their cache (ADR 0040). */
package dev.ticketing.tickets.search;
