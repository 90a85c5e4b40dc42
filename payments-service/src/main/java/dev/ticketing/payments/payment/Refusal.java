package dev.ticketing.payments.payment;

/**
 * Why an attempt came to nothing, in Stripe's words.
 *
 * @param invalidToken whether it was the token that Stripe would not take; else the card was declined
 */
record Refusal(int attempt, boolean invalidToken, String message) {

    Refusal {
        message = message == null ? "The payment was not accepted." : message;
    }

    static Refusal of(PaymentDeclined declined) {
        return new Refusal(0, false, declined.getMessage());
    }

    static Refusal of(InvalidToken invalid) {
        return new Refusal(0, true, invalid.getMessage());
    }

    RuntimeException asException() {
        return invalidToken ? new InvalidToken(message) : new PaymentDeclined(message);
    }
}
