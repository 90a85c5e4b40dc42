/** NGINX in front of the applications. */
@NullMarked
package dev.ticketing.local.door;

import org.jspecify.annotations.NullMarked;
