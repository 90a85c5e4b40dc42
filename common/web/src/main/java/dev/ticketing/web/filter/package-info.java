/** Filters of every request: limits of the body, cross-site requests, headers in both directions. */
package dev.ticketing.web.filter;
