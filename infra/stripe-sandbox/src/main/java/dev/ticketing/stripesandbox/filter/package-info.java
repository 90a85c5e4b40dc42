/** The order of the filters that a call passes. */
package dev.ticketing.stripesandbox.filter;
