package dev.ticketing.client.web.order;

import dev.ticketing.client.api.Payment;
import dev.ticketing.client.web.cookie.BrowserNote;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The reply that a buyer brings back from their bank. Stripe adds it to the address, with a secret; it is stored, and
 * the address cleaned. It matters only until payments-service has the result from Stripe itself.
 */
enum BankReply {
    CONFIRMED,
    REFUSED,
    NONE;

    static void keep(String orderId, String redirectStatus, HttpServletRequest request, HttpServletResponse response) {
        if (redirectStatus != null) {
            BrowserNote.BANK.write(orderId + " " + of(redirectStatus), request, response);
        }
    }

    private static BankReply of(String redirectStatus) {
        return switch (redirectStatus) {
            case "succeeded" -> CONFIRMED;
            case "failed" -> REFUSED;
            default -> NONE;
        };
    }

    /** The stored reply for this order. */
    static BankReply of(String orderId, HttpServletRequest request) {
        var noted = BrowserNote.BANK.read(request).orElse("");
        return noted.equals(orderId + " " + CONFIRMED)
                ? CONFIRMED
                : noted.equals(orderId + " " + REFUSED) ? REFUSED : NONE;
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        BrowserNote.BANK.forget(request, response);
    }

    boolean isConfirmed(Payment payment) {
        return this == CONFIRMED && payment.isActionRequired();
    }

    /** Also true if only Stripe reports it: the buyer may have come back in another way. */
    boolean isRefused(Payment payment) {
        return this == REFUSED && payment.isActionRequired()
                || payment.isDeclined() && "payment_intent_authentication_failure".equals(payment.declineCode());
    }
}
