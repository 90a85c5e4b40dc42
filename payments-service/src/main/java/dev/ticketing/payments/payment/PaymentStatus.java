package dev.ticketing.payments.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The state of a payment, and the states that may follow. */
public enum PaymentStatus {
    PENDING,
    REQUIRES_ACTION,
    AUTHORIZED,
    CAPTURED,
    FAILED,
    VOIDED,
    REFUNDED;

    boolean mayBecome(PaymentStatus next) {
        return switch (this) {
            case PENDING -> next == REQUIRES_ACTION || next == AUTHORIZED || next == VOIDED;
            case REQUIRES_ACTION -> next == PENDING || next == AUTHORIZED || next == VOIDED;
            case AUTHORIZED -> next == CAPTURED || next == FAILED || next == VOIDED;
            case CAPTURED -> next == REFUNDED;
            case FAILED, VOIDED, REFUNDED -> false;
        };
    }

    /** Whether no card has been accepted yet. */
    boolean isUnpaid() {
        return this == PENDING || this == REQUIRES_ACTION;
    }

    /** Whether it cannot change any more, except for a refund. */
    boolean isSettled() {
        return !isUnpaid() && this != AUTHORIZED;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
