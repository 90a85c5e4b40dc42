/** The copies of orders-service's orders: who may pay, how much, and until when. */
@NullMarked
package dev.ticketing.payments.order;

import org.jspecify.annotations.NullMarked;
