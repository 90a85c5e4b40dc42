/** For the services' tests: real backing services, the broker from outside, signed-in users, architecture rules. */
@NullMarked
package dev.ticketing.testing;

import org.jspecify.annotations.NullMarked;
