/** Input of requests: currencies, pages of lists, white space, and the exception for invalid input. */
@NullMarked
package dev.ticketing.web.input;

import org.jspecify.annotations.NullMarked;
