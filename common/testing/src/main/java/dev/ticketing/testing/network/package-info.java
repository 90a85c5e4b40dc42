/** Connections under the control of a test: a proxy that delays, cuts and matches, and raw requests. */
@NullMarked
package dev.ticketing.testing.network;

import org.jspecify.annotations.NullMarked;
