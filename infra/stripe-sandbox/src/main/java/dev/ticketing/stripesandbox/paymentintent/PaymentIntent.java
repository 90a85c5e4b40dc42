package dev.ticketing.stripesandbox.paymentintent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ticketing.stripesandbox.api.Ids;
import dev.ticketing.stripesandbox.api.Listed;
import dev.ticketing.stripesandbox.charge.Charge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An intention to be paid. Life: requires_payment_method → requires_confirmation → (requires_action) → requires_capture
 * with manual capture → succeeded; a decline leads back to requires_payment_method; canceled from any status before
 * succeeded. A forbidden step is refused and changes nothing.
 */
public final class PaymentIntent implements Listed {

    private String id;
    private String object;
    private long amount;
    private long amountCapturable;
    private long amountReceived;
    private Map<String, Object> automaticPaymentMethods;
    private Long canceledAt;
    private CancellationReason cancellationReason;
    private CaptureMethod captureMethod;
    private String clientSecret;
    private String confirmationMethod;
    private long created;
    private String currency;
    private String customer;
    private String description;
    private Map<String, Object> lastPaymentError;
    private String latestCharge;
    private boolean livemode;
    private Map<String, String> metadata;
    private Map<String, Object> nextAction;
    private String paymentMethod;
    private List<String> paymentMethodTypes;
    private Status status;

    @JsonProperty("_return_url")
    private String returnUrl;

    private PaymentIntent() {}

    static PaymentIntent of(Order order, long created) {
        var intent = new PaymentIntent();
        intent.id = Ids.next("pi");
        intent.object = "payment_intent";
        intent.amount = order.amount();
        intent.automaticPaymentMethods = order.automaticPaymentMethods();
        intent.captureMethod = order.captureMethod();
        intent.clientSecret = Ids.next(intent.id + "_secret");
        intent.confirmationMethod = "automatic";
        intent.created = created;
        intent.currency = order.currency();
        intent.metadata = Map.of();
        intent.paymentMethodTypes = order.paymentMethodTypes();
        intent.status = Status.REQUIRES_PAYMENT_METHOD;
        return intent;
    }

    void describe(String text, Map<String, String> changes) {
        description = text == null ? description : text;
        metadata = new HashMap<>(metadata);
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                metadata.remove(name);
            } else {
                metadata.put(name, value);
            }
        });
    }

    void changeAmount(long newAmount, String newCurrency) {
        if (!Status.CONFIRMABLE.contains(status)) {
            throw UnexpectedState.update(this);
        }
        amount = newAmount;
        currency = newCurrency;
    }

    /** Attaches a payment method; the intent then waits for the confirmation. */
    void attach(String method) {
        requireConfirmable();
        paymentMethod = method;
        nextAction = null;
        status = Status.REQUIRES_CONFIRMATION;
    }

    void requireConfirmable() {
        if (!Status.CONFIRMABLE.contains(status)) {
            throw UnexpectedState.confirm(this);
        }
    }

    void requirePaymentMethod() {
        if (paymentMethod == null) {
            throw UnexpectedState.missingPaymentMethod(this);
        }
    }

    void awaitAuthentication(Map<String, Object> action, String returnTo) {
        status = Status.REQUIRES_ACTION;
        nextAction = action;
        returnUrl = returnTo;
    }

    void requireAwaitingAuthentication() {
        if (status != Status.REQUIRES_ACTION) {
            throw UnexpectedState.authenticate(this);
        }
    }

    /** The bank approved the charge; it is captured at once unless capture is manual. */
    void approve(Charge charge) {
        nextAction = null;
        lastPaymentError = null;
        latestCharge = charge.id();
        amountCapturable = amount;
        status = Status.REQUIRES_CAPTURE;
        if (captureMethod != CaptureMethod.MANUAL) {
            capture(charge, amount);
        }
    }

    /** The payment failed; another method may be tried. */
    void fail(Map<String, Object> error, String chargeId) {
        status = Status.REQUIRES_PAYMENT_METHOD;
        lastPaymentError = error;
        latestCharge = chargeId == null ? latestCharge : chargeId;
        nextAction = null;
        paymentMethod = null;
    }

    void requireCapturable() {
        if (status != Status.REQUIRES_CAPTURE) {
            throw UnexpectedState.capture(this);
        }
    }

    void capture(Charge charge, long captureAmount) {
        requireCapturable();
        charge.capture(captureAmount);
        amountCapturable = 0;
        amountReceived = captureAmount;
        status = Status.SUCCEEDED;
    }

    void cancel(CancellationReason reason, long at) {
        if (!Status.CANCELABLE.contains(status)) {
            throw UnexpectedState.cancel(this);
        }
        amountCapturable = 0;
        canceledAt = at;
        cancellationReason = reason;
        nextAction = null;
        status = Status.CANCELED;
    }

    Charge.Order chargeOrder() {
        return new Charge.Order(id, amount, currency, description, metadata);
    }

    boolean automaticRedirects() {
        return automaticPaymentMethods != null && !"never".equals(automaticPaymentMethods.get("allow_redirects"));
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

    public long amountReceived() {
        return amountReceived;
    }

    public String currency() {
        return currency;
    }

    public String description() {
        return description;
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    public Status status() {
        return status;
    }

    public String latestCharge() {
        return latestCharge;
    }

    String paymentMethod() {
        return paymentMethod;
    }

    String clientSecret() {
        return clientSecret;
    }

    String returnUrl() {
        return returnUrl;
    }
}
