/** The use cases of orders: buyers place, read and cancel them over HTTP; events and deadlines change them. */
package dev.ticketing.orders.application;
