/** The home page: what is for sale, by event, and the tickets without one. */
@NullMarked
package dev.ticketing.client.web.search;

import org.jspecify.annotations.NullMarked;
