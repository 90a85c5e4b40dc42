/** Calls to services: addresses, the visitor's session, parameters, pages of lists, and exceptions for failures. */
package dev.ticketing.client.api.http;
