/** Parts that the responses of several services share. */
@NullMarked
package dev.ticketing.web.output;

import org.jspecify.annotations.NullMarked;
