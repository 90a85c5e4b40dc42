/** Updates of open pages: read from the streams, sent to browsers as server-sent events (ADR 0019). */
package dev.ticketing.client.web.live;
