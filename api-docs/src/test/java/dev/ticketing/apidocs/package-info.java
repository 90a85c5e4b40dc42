/**
 * Generates {@code docs/api} from the code: OpenAPI from the controllers of the services, AsyncAPI from the records of
 * the events.
 */
@NullMarked
package dev.ticketing.apidocs;

import org.jspecify.annotations.NullMarked;
