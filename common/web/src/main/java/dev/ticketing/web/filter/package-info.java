/** Filters of every request: limits of the body, cross-site requests, headers in both directions. */
@NullMarked
package dev.ticketing.web.filter;

import org.jspecify.annotations.NullMarked;
