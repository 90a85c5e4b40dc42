/** Finding tickets, and selling them. */
@NullMarked
package dev.ticketing.client.web.ticket;

import org.jspecify.annotations.NullMarked;
