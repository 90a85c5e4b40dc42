/**
 * Payments: holds the amount on the buyer's card, and captures or releases it as orders-service decides.
 * <ul>
 *   <li>owns {@link dev.ticketing.payments.payment.Payment}, one per order, and the inbox of Stripe's webhooks
 *   <li>replicates {@link dev.ticketing.payments.order.Order} from orders-service
 *   <li>publishes {@code payment.authorized}, {@code payment.created}, {@code payment.failed}, {@code payment.voided},
 *       {@code payment.refunded}
 *   <li>consumes the events of orders: every {@code *EventHandler}; and Stripe's: {@code webhook}
 * </ul>
 */
@NullMarked
package dev.ticketing.payments;

import org.jspecify.annotations.NullMarked;
