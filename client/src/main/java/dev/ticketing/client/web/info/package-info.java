/** Pages about the site and its operator. */
@NullMarked
package dev.ticketing.client.web.info;

import org.jspecify.annotations.NullMarked;
