/** Shared by all pages: the visitor, error pages, and the browser's permissions. */
@NullMarked
package dev.ticketing.client.web.site;

import org.jspecify.annotations.NullMarked;
