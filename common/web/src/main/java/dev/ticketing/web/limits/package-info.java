/** Limits for one account or one client, counted in the service's own database (ADR 0029). */
@NullMarked
package dev.ticketing.web.limits;

import org.jspecify.annotations.NullMarked;
