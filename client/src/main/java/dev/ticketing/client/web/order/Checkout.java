package dev.ticketing.client.web.order;

import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.PaymentsApi.Options;

/**
 * How an order's page lets its buyer pay right now.
 *
 * @param way what is shown in place of the pay form, or which form it is
 * @param publishableKey for Stripe's script
 */
record Checkout(Way way, String publishableKey) {

    /** In the order in which a purchase usually meets them. */
    enum Way {
        SANDBOX_CARD,
        STRIPE,
        CONFIRMING,
        UNAVAILABLE,
        OVER
    }

    static Checkout of(Way way) {
        return new Checkout(way, null);
    }

    static Checkout with(Options options, boolean sandboxPossible) {
        if (options.isSandbox()) {
            return of(sandboxPossible ? Way.SANDBOX_CARD : Way.UNAVAILABLE);
        }
        return options.publishableKey() == null
                ? of(Way.UNAVAILABLE)
                : new Checkout(Way.STRIPE, options.publishableKey());
    }

    public boolean is(String way) {
        return this.way.name().equals(way);
    }

    /** Whether the page will soon say something else. */
    boolean isPassing(Order order) {
        return order.isOpen() && (way == Way.CONFIRMING || way == Way.OVER);
    }
}
