package dev.ticketing.stripesandbox.paymentintent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The states of a PaymentIntent, and those from which it may be confirmed, captured or cancelled. */
public enum Status {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED;

    static final Set<Status> CONFIRMABLE = EnumSet.range(REQUIRES_PAYMENT_METHOD, REQUIRES_ACTION);
    static final Set<Status> CANCELABLE = EnumSet.range(REQUIRES_PAYMENT_METHOD, REQUIRES_CAPTURE);

    @JsonValue
    public String code() {
        return name().toLowerCase();
    }

    static String codes(Set<Status> statuses) {
        return statuses.stream().map(Status::code).collect(Collectors.joining(", "));
    }
}
