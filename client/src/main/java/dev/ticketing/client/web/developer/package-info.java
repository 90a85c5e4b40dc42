/** For people who build on the API: its documents, as files and as a page. */
@NullMarked
package dev.ticketing.client.web.developer;

import org.jspecify.annotations.NullMarked;
