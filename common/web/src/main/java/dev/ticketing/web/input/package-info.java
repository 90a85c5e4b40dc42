/** Input of requests: currencies, pages of lists, white space, and the exception for invalid input. */
package dev.ticketing.web.input;
