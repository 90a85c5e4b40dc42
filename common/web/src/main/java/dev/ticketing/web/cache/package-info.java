/** A micro-cache of responses that are the same for every caller (ADR 0020). */
@NullMarked
package dev.ticketing.web.cache;

import org.jspecify.annotations.NullMarked;
