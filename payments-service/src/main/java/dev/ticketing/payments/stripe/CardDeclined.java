package dev.ticketing.payments.stripe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The card was refused; another one, or the same one later, may be accepted. */
public final class CardDeclined extends CallRefused {

    private final @Nullable String declineCode;
    private final @Nullable String intentId;

    CardDeclined(String message, @Nullable String code, @Nullable String declineCode, @Nullable String intentId) {
        super(message, code);
        this.declineCode = declineCode == null ? code : declineCode;
        this.intentId = intentId;
    }

    /** The bank's reason (docs.stripe.com/declines/codes), or Stripe's error code if the bank gave none. */
    public @Nullable String declineCode() {
        return declineCode;
    }

    /** The PaymentIntent to confirm again, if there is one. */
    public Optional<String> intentId() {
        return Optional.ofNullable(intentId);
    }
}
