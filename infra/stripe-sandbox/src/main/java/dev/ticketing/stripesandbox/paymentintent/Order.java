package dev.ticketing.stripesandbox.paymentintent;

import java.util.List;
import java.util.Map;

/** The parameters of a new PaymentIntent. */
record Order(
        long amount,
        String currency,
        CaptureMethod captureMethod,
        Map<String, Object> automaticPaymentMethods,
        List<String> paymentMethodTypes) {}
