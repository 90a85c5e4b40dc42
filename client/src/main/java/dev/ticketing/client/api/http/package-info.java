/** Calls to services: addresses, the visitor's session, parameters, pages of lists, and exceptions for failures. */
@NullMarked
package dev.ticketing.client.api.http;

import org.jspecify.annotations.NullMarked;
