/** State that the visitor's browser stores for the pages. */
@NullMarked
package dev.ticketing.client.web.cookie;

import org.jspecify.annotations.NullMarked;
