package dev.ticketing.client.web.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for a declined card, grouped by what its owner can do. The codes are Stripe's
 * (docs.stripe.com/declines/codes and docs.stripe.com/error-codes). Lost, stolen and suspicious cards are missing on
 * purpose, because Stripe asks not to show these reasons.
 */
enum Decline {
    FUNDS(null, "insufficient_funds"),
    LIMIT(null, "card_velocity_exceeded", "withdrawal_count_limit_exceeded"),
    EXPIRED(null, "expired_card"),
    CVC("cvc", "incorrect_cvc", "invalid_cvc"),
    NUMBER("number", "incorrect_number", "invalid_number", "invalid_account"),
    EXPIRY("expiry", "invalid_expiry_month", "invalid_expiry_year"),
    AUTHENTICATION(null, "authentication_required", "payment_intent_authentication_failure"),
    UNSUPPORTED(
            null,
            "card_not_supported",
            "currency_not_supported",
            "invalid_amount",
            "not_permitted",
            "service_not_allowed",
            "transaction_not_allowed"),
    AGAIN(
            null,
            "approve_with_id",
            "issuer_not_available",
            "processing_error",
            "reenter_transaction",
            "try_again_later"),
    BANK(
            null,
            "call_issuer",
            "do_not_honor",
            "do_not_try_again",
            "no_action_taken",
            "revocation_of_all_authorizations",
            "revocation_of_authorization",
            "security_violation",
            "stop_payment_order"),
    DUPLICATE(null, "duplicate_transaction"),
    TEST("number", "test_mode_live_card", "testmode_decline");

    private final @Nullable String field;
    private final Set<String> codes;

    Decline(@Nullable String field, String... codes) {
        this.field = field;
        this.codes = Set.of(codes);
    }

    /** Nothing for codes without a text of their own. */
    static @Nullable Decline of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(decline -> code != null && decline.codes.contains(code))
                .findFirst()
                .orElse(null);
    }

    /** Name of the message. */
    String key() {
        return "declined." + name().toLowerCase(Locale.ROOT);
    }

    /** The field of the card form to correct. */
    @Nullable
    String field() {
        return field;
    }
}
