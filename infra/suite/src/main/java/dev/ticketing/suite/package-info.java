/** The one list of services, and the addresses of services and backing services. */
@NullMarked
package dev.ticketing.suite;

import org.jspecify.annotations.NullMarked;
