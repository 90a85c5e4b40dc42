/** Connections under the control of a test: a proxy that delays, cuts and matches, and raw requests. */
package dev.ticketing.testing.network;
