package dev.ticketing.stripesandbox.charge;

import dev.ticketing.stripesandbox.api.Ids;
import dev.ticketing.stripesandbox.api.Listed;
import dev.ticketing.stripesandbox.paymentmethod.Outcome;
import dev.ticketing.stripesandbox.paymentmethod.PaymentMethod;
import java.util.Map;

/**
 * An attempt to take money: failed, or approved and then captured, released or refunded. Like Stripe's,
 * {@code amountRefunded} also counts amounts that were authorized and never captured.
 */
public final class Charge implements Listed {

    private String id;
    private String object;
    private long amount;
    private long amountCaptured;
    private long amountRefunded;
    private boolean captured;
    private long created;
    private String currency;
    private String description;
    private boolean disputed;
    private String failureCode;
    private String failureMessage;
    private boolean livemode;
    private Map<String, String> metadata;
    private Map<String, Object> outcome;
    private boolean paid;
    private String paymentIntent;
    private String paymentMethod;
    private Map<String, Object> paymentMethodDetails;
    private boolean refunded;
    private String status;

    private Charge() {}

    /** The amount and subject of a charge. */
    public record Order(
            String paymentIntent, long amount, String currency, String description, Map<String, String> metadata) {}

    public static Charge of(Order order, PaymentMethod method, Outcome outcome, long created) {
        var charge = new Charge();
        charge.id = Ids.next("ch");
        charge.object = "charge";
        charge.amount = order.amount();
        charge.created = created;
        charge.currency = order.currency();
        charge.description = order.description();
        charge.metadata = order.metadata();
        charge.paymentIntent = order.paymentIntent();
        charge.paymentMethod = method.id();
        charge.paymentMethodDetails = method.details();
        charge.paid = outcome.approved();
        charge.status = outcome.approved() ? "succeeded" : "failed";
        charge.failureCode = outcome.code();
        charge.failureMessage = outcome.message();
        charge.outcome = outcome.approved()
                ? Map.of("network_status", "approved_by_network", "type", "authorized")
                : Map.of(
                        "network_status", "declined_by_network",
                        "reason", outcome.declineCode(),
                        "type", "issuer_declined");
        return charge;
    }

    public void capture(long captureAmount) {
        captured = true;
        amountCaptured = captureAmount;
        amountRefunded = amount - captureAmount;
    }

    /** The authorization is released uncaptured. */
    public void release() {
        amountRefunded = amount;
        refunded = true;
    }

    public void refund(long refundAmount) {
        amountRefunded += refundAmount;
        refunded = amountRefunded == amount;
    }

    public boolean refundable() {
        return paid && captured;
    }

    public long unrefunded() {
        return amount - amountRefunded;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long created() {
        return created;
    }

    public long amount() {
        return amount;
    }

    public long amountCaptured() {
        return amountCaptured;
    }

    public String currency() {
        return currency;
    }

    public String paymentIntent() {
        return paymentIntent;
    }
}
