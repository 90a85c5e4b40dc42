/**
 * Events on the wire: their catalogue and format, the connection, the streams and their consumers. Internal to
 * messaging.
 */
package dev.ticketing.messaging.wire;
