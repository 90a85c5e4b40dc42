package dev.ticketing.stripesandbox.paymentmethod;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stripe's test cards (docs.stripe.com/testing): number, names for {@code pm_card_…} and {@code tok_…}, outcome. */
public enum TestCard {
    VISA("4242424242424242", "visa", Outcome.APPROVED, "visa"),
    VISA_DEBIT("4000056655665556", "visa", Outcome.APPROVED, "visa_debit"),
    MASTERCARD("5555555555554444", "mastercard", Outcome.APPROVED, "mastercard"),
    MASTERCARD_DEBIT("5200828282828210", "mastercard", Outcome.APPROVED, "mastercard_debit"),
    AMEX("378282246310005", "amex", Outcome.APPROVED, "amex"),
    DISCOVER("6011111111111117", "discover", Outcome.APPROVED, "discover"),
    DINERS("3056930009020004", "diners", Outcome.APPROVED, "diners"),
    JCB("3566002020360505", "jcb", Outcome.APPROVED, "jcb"),
    UNIONPAY("6200000000000005", "unionpay", Outcome.APPROVED, "unionpay"),
    DECLINED("4000000000000002", "visa", Outcome.GENERIC_DECLINE, "chargeDeclined"),
    INSUFFICIENT_FUNDS("4000000000009995", "visa", Outcome.INSUFFICIENT_FUNDS, "chargeDeclinedInsufficientFunds"),
    LOST("4000000000009987", "visa", Outcome.LOST_CARD, "chargeDeclinedLostCard"),
    STOLEN("4000000000009979", "visa", Outcome.STOLEN_CARD, "chargeDeclinedStolenCard"),
    EXPIRED("4000000000000069", "visa", Outcome.EXPIRED_CARD, "chargeDeclinedExpiredCard"),
    INCORRECT_CVC("4000000000000127", "visa", Outcome.INCORRECT_CVC, "chargeDeclinedIncorrectCvc"),
    PROCESSING_ERROR("4000000000000119", "visa", Outcome.PROCESSING_ERROR, "chargeDeclinedProcessingError"),
    FRAUDULENT("4100000000000019", "visa", Outcome.FRAUDULENT, "chargeDeclinedFraudulent"),
    VELOCITY_EXCEEDED("4000000000006975", "visa", Outcome.VELOCITY_EXCEEDED, "chargeDeclinedVelocityLimitExceeded"),
    AUTHENTICATION_REQUIRED("4000002760003184", "visa", Outcome.APPROVED, "authenticationRequired"),
    AUTHENTICATION_REQUIRED_ON_SETUP("4000002500003155", "visa", Outcome.APPROVED, "authenticationRequiredOnSetup"),
    AUTHENTICATION_THEN_INSUFFICIENT_FUNDS(
            "4000008260003178",
            "visa",
            Outcome.INSUFFICIENT_FUNDS,
            "authenticationRequiredChargeDeclinedInsufficientFunds"),
    THREE_D_SECURE_REQUIRED("4000000000003063", "visa", Outcome.APPROVED, "threeDSecureRequired"),
    THREE_D_SECURE_2_REQUIRED("4000000000003220", "visa", Outcome.APPROVED, "threeDSecure2Required"),
    THREE_D_SECURE_THEN_DECLINED(
            "4000008400001629", "visa", Outcome.GENERIC_DECLINE, "threeDSecureRequiredChargeDeclined");

    private final String number;
    private final String brand;
    private final Outcome outcome;
    private final String alias;

    TestCard(String number, String brand, Outcome outcome, String alias) {
        this.number = number;
        this.brand = brand;
        this.outcome = outcome;
        this.alias = alias;
    }

    public static Optional<TestCard> byNumber(String number) {
        return all().filter(card -> card.number.equals(number)).findFirst();
    }

    /** {@code pm_card_visa}; declined cards also exist with their brand, {@code pm_card_visa_chargeDeclined}. */
    public static Optional<TestCard> byPaymentMethod(String id) {
        return byAlias("pm_card_", id);
    }

    /** {@code tok_visa}. */
    public static Optional<TestCard> byToken(String id) {
        return byAlias("tok_", id);
    }

    private static Optional<TestCard> byAlias(String prefix, String id) {
        return all().filter(card -> card.aliases().stream().anyMatch(name -> id.equals(prefix + name)))
                .findFirst();
    }

    private static Stream<TestCard> all() {
        return Stream.of(values());
    }

    private List<String> aliases() {
        return outcome.approved() ? List.of(alias) : List.of(alias, brand + "_" + alias);
    }

    public boolean authentication() {
        return alias.startsWith("authenticationRequired") || alias.startsWith("threeDSecure");
    }

    public Outcome outcome() {
        return outcome;
    }

    public String number() {
        return number;
    }

    public String paymentMethod() {
        return "pm_card_" + alias;
    }

    public String token() {
        return "tok_" + alias;
    }

    String brand() {
        return brand;
    }

    String funding() {
        return alias.endsWith("_debit") ? "debit" : "credit";
    }

    String last4() {
        return number.substring(number.length() - 4);
    }
}
