/** For the services' tests: real backing services, the broker from outside, signed-in users, architecture rules. */
package dev.ticketing.testing;
