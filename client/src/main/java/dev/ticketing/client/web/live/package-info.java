/** What changes on a page that is open: heard from the streams, told to browsers by server-sent events (ADR 0019). */
package dev.ticketing.client.web.live;
