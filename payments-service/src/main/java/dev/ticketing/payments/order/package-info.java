/** The replica of orders-service's orders: who may pay, how much, and until when. */
package dev.ticketing.payments.order;
