package dev.ticketing.check.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A PaymentIntent in the ledger of the Stripe sandbox.
 *
 * @param orderId from its metadata
 */
public record Intent(
        String id,
        @Nullable String orderId,
        String status,
        long amount,
        String currency,
        long amountReceived,
        long refunded,
        int refunds) {

    public long netCaptured() {
        return amountReceived - refunded;
    }

    /** Whether it holds or takes money, or still can. */
    public boolean isLive() {
        return !status.equals("canceled") && (amountReceived == 0 || netCaptured() > 0);
    }

    public boolean holdsMoney() {
        return status.equals("requires_capture");
    }
}
