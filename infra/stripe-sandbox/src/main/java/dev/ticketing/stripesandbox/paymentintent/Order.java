package dev.ticketing.stripesandbox.paymentintent;

import java.util.List;
import java.util.Map;

/** What a caller asks for when he creates a PaymentIntent. */
record Order(
        long amount,
        String currency,
        CaptureMethod captureMethod,
        Map<String, Object> automaticPaymentMethods,
        List<String> paymentMethodTypes) {}
