/**
 * Events on the wire: their catalogue and format, the connection, the streams and their consumers. Internal to
 * messaging.
 */
@NullMarked
package dev.ticketing.messaging.wire;

import org.jspecify.annotations.NullMarked;
