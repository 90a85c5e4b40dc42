/** The services' HTTP API for the pages: one small class per service, and exceptions for failures. */
@NullMarked
package dev.ticketing.client.api;

import org.jspecify.annotations.NullMarked;
