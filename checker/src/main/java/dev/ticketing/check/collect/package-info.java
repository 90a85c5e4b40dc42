/** Collects evidence from a running suite: its databases, streams, Stripe sandbox and clients. */
@NullMarked
package dev.ticketing.check.collect;

import org.jspecify.annotations.NullMarked;
