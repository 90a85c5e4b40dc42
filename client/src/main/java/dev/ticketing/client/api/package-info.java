/** The services' HTTP API as the pages see it: one small class per service, what can go wrong as facts. */
package dev.ticketing.client.api;
