/** The use cases of orders: buyers place, read and cancel them over HTTP; events and deadlines change them. */
@NullMarked
package dev.ticketing.orders.application;

import org.jspecify.annotations.NullMarked;
