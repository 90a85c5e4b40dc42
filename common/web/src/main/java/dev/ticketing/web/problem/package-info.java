/** Errors as problem details (RFC 9457), whatever part of the application refuses a request. */
package dev.ticketing.web.problem;
