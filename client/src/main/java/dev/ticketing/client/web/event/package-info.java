/** The pages of events and their tickets. */
@NullMarked
package dev.ticketing.client.web.event;

import org.jspecify.annotations.NullMarked;
