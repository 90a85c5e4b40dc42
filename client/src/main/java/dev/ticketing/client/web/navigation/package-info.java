/** Where a visitor goes next: always a page of this site. */
@NullMarked
package dev.ticketing.client.web.navigation;

import org.jspecify.annotations.NullMarked;
