/** Updates of open pages: read from the streams, sent to browsers as server-sent events (ADR 0019). */
@NullMarked
package dev.ticketing.client.web.live;

import org.jspecify.annotations.NullMarked;
