package dev.ticketing.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.service.PaymentIntentService;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The calls of Stripe's API that we use, each with its idempotency key. They fail only with {@link CardDeclined},
 * {@link CallRefused} or {@link StripeUnavailable}.
 */
@Component
public class StripeApi {

    private static final Logger log = LoggerFactory.getLogger(StripeApi.class);

    private final StripeClient stripe;

    StripeApi(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Creates and confirms a PaymentIntent in one call, or confirms that of an earlier attempt with another card. */
    public Intent authorize(Authorization wanted) {
        var options = key(wanted.idempotencyKey());
        return wanted.intentId() == null
                ? intent(() -> intents().create(creation(wanted), options))
                : intent(() -> intents().confirm(wanted.intentId(), confirmation(wanted), options));
    }

    private static PaymentIntentCreateParams creation(Authorization wanted) {
        return PaymentIntentCreateParams.builder()
                .setAmount(wanted.amountMinor())
                .setCurrency(wanted.currency())
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .setConfirm(true)
                .setDescription("Order " + wanted.orderId())
                .setReturnUrl(wanted.returnUrl())
                .putMetadata("orderId", wanted.orderId())
                .putMetadata(Intent.PAYMENT_ID, wanted.paymentId())
                .putAllExtraParam(method(wanted.token()))
                .build();
    }

    private static PaymentIntentConfirmParams confirmation(Authorization wanted) {
        return PaymentIntentConfirmParams.builder()
                .setReturnUrl(wanted.returnUrl())
                .putAllExtraParam(method(wanted.token()))
                .build();
    }

    private static Map<String, Object> method(String token) {
        if (token.startsWith("ctoken_")) {
            return Map.of("confirmation_token", token);
        }
        if (token.startsWith("tok_")) {
            return Map.of("payment_method_data", Map.of("type", "card", "card", Map.of("token", token)));
        }
        return Map.of("payment_method", token);
    }

    public Intent capture(String intentId, String key) {
        return repeatable(key, options -> Intent.of(intents().capture(intentId, options)));
    }

    public Intent cancel(String intentId, String key) {
        return repeatable(key, options -> Intent.of(intents().cancel(intentId, options)));
    }

    /** Refunds the whole captured amount; does nothing if it was refunded before. */
    public void refund(String intentId, String key) {
        var params = RefundCreateParams.builder().setPaymentIntent(intentId).build();
        try {
            repeatable(key, options -> stripe.v1().refunds().create(params, options));
        } catch (CallRefused e) {
            if (!e.isAlreadyRefunded()) {
                throw e;
            }
        }
    }

    public Intent retrieve(String intentId) {
        return intent(() -> intents().retrieve(intentId));
    }

    /** As {@link #retrieve}; empty if Stripe does not know it. */
    public Optional<Intent> find(String intentId) {
        try {
            return Optional.of(retrieve(intentId));
        } catch (CallRefused e) {
            if (e.isNotThere()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The PaymentIntent created for a payment since then, if any. It replaces a lost response to the creation. */
    public Optional<Intent> findMadeFor(String paymentId, Instant since) {
        var created = PaymentIntentListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        var params = PaymentIntentListParams.builder()
                .setCreated(created)
                .setLimit(100L)
                .build();
        return call(() -> StreamSupport.stream(
                        intents().list(params).autoPagingIterable().spliterator(), false)
                .map(Intent::of)
                .filter(intent -> paymentId.equals(intent.paymentId()))
                .findFirst());
    }

    private PaymentIntentService intents() {
        return stripe.v1().paymentIntents();
    }

    private static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    private interface Call<T> {
        T make() throws StripeException;
    }

    private interface KeyedCall<T> {
        T make(RequestOptions options) throws StripeException;
    }

    private static Intent intent(Call<PaymentIntent> call) {
        return call(() -> Intent.of(call.make()));
    }

    /**
     * Stripe keeps an internal error as the response to its key for a day. These calls do no harm when they are
     * executed twice (the second is refused), so the second try goes without that key.
     */
    private static <T> T repeatable(String key, KeyedCall<T> call) {
        try {
            return call(() -> call.make(key(key)));
        } catch (StripeUnavailable e) {
            if (!e.isKeySpent()) {
                throw e;
            }
            return call(() -> call.make(RequestOptions.getDefault()));
        }
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.make();
        } catch (StripeException e) {
            throw translated(e);
        }
    }

    private static RuntimeException translated(StripeException e) {
        var message = String.valueOf(e.getUserMessage() == null ? e.getMessage() : e.getUserMessage());
        return switch (e) {
            case CardException card -> new CardDeclined(message, card.getCode(), card.getDeclineCode(), intentId(card));
            case InvalidRequestException refused -> new CallRefused(message, refused.getCode());
            case IdempotencyException reused -> new StripeUnavailable(message, true, reused);
            case RateLimitException limited -> new StripeUnavailable(message, false, limited);
            case ApiConnectionException lost -> new StripeUnavailable("no response from Stripe", false, lost);
            case AuthenticationException denied -> denied(message, denied);
            default -> new StripeUnavailable(message, isKept(e), e);
        };
    }

    private static StripeUnavailable denied(String message, StripeException e) {
        log.error("stripe rejects the key: {}", message);
        return new StripeUnavailable(message, false, e);
    }

    private static boolean isKept(StripeException e) {
        return e.getStatusCode() != null && e.getStatusCode() >= 500;
    }

    private static @Nullable String intentId(CardException e) {
        var error = e.getStripeError();
        return error == null || error.getPaymentIntent() == null
                ? null
                : error.getPaymentIntent().getId();
    }
}
