/** Gifts: an example of a service. */
@NullMarked
package dev.ticketing.gifts;

import org.jspecify.annotations.NullMarked;
