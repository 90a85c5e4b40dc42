package dev.ticketing.payments.payment;

import static dev.ticketing.payments.payment.PaymentStatus.AUTHORIZED;
import static dev.ticketing.payments.payment.PaymentStatus.CAPTURED;
import static dev.ticketing.payments.payment.PaymentStatus.FAILED;
import static dev.ticketing.payments.payment.PaymentStatus.PENDING;
import static dev.ticketing.payments.payment.PaymentStatus.REFUNDED;
import static dev.ticketing.payments.payment.PaymentStatus.REQUIRES_ACTION;
import static dev.ticketing.payments.payment.PaymentStatus.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentStatusTest {

    private static final Map<PaymentStatus, Set<PaymentStatus>> NEXT = Map.of(
            PENDING, Set.of(REQUIRES_ACTION, AUTHORIZED, VOIDED),
            REQUIRES_ACTION, Set.of(PENDING, AUTHORIZED, VOIDED),
            AUTHORIZED, Set.of(CAPTURED, FAILED, VOIDED),
            CAPTURED, Set.of(REFUNDED),
            FAILED, Set.of(),
            VOIDED, Set.of(),
            REFUNDED, Set.of());

    @ParameterizedTest
    @EnumSource
    void onlyTheseMayFollow(PaymentStatus status) {
        var mayFollow =
                Arrays.stream(PaymentStatus.values()).filter(status::mayBecome).collect(Collectors.toSet());

        assertThat(mayFollow).isEqualTo(NEXT.get(status));
    }
}
