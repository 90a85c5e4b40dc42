package dev.ticketing.payments.stripe;

/** The card was refused; another one, or the same one later, may do. */
public final class CardDeclined extends CallRefused {

    private final String intentId;

    CardDeclined(String message, String code, String intentId) {
        super(message, code);
        this.intentId = intentId;
    }

    /** The PaymentIntent to try again, or {@code null} if there is none yet. */
    public String intentId() {
        return intentId;
    }
}
