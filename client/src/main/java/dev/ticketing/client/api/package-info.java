/** The services' HTTP API for the pages: one small class per service, and exceptions for failures. */
package dev.ticketing.client.api;
