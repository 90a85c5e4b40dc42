/** The one list of services, and the addresses of services and backing services. */
package dev.ticketing.suite;
