/** A micro-cache of responses that are the same for every visitor (ADR 0020). */
@NullMarked
package dev.ticketing.client.web.cache;

import org.jspecify.annotations.NullMarked;
