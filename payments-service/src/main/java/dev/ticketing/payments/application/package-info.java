/** The buyer's use cases over HTTP: pays an order, within the limits, and reads payments. */
@NullMarked
package dev.ticketing.payments.application;

import org.jspecify.annotations.NullMarked;
