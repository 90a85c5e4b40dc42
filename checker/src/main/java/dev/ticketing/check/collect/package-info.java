/** Collects evidence from a running suite: its databases, streams, Stripe sandbox and clients. */
package dev.ticketing.check.collect;
