/** Errors as problem details (RFC 9457), whatever part of the application refuses a request. */
@NullMarked
package dev.ticketing.web.problem;

import org.jspecify.annotations.NullMarked;
