/** Events on the wire: their catalogue and form, the connection, the streams and their consumers. For messaging alone. */
package dev.ticketing.messaging.wire;
