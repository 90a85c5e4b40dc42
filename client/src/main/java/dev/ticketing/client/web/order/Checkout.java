package dev.ticketing.client.web.order;

import dev.ticketing.client.api.Order;
import dev.ticketing.client.api.PaymentsApi.Options;
import org.jspecify.annotations.Nullable;

/**
 * The way in which an order's page lets its buyer pay at the moment.
 *
 * @param way the notice shown instead of the pay form, or the form itself
 * @param publishableKey for Stripe's script
 */
record Checkout(Way way, @Nullable String publishableKey) {

    /** In the usual order of a purchase. */
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

    /** Whether the page will soon change. */
    boolean isPassing(Order order) {
        return order.isOpen() && (way == Way.CONFIRMING || way == Way.OVER);
    }
}
