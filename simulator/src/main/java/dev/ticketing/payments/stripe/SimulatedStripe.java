package dev.ticketing.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeActiveObject;
import com.stripe.model.StripeCollection;
import com.stripe.model.StripeError;
import com.stripe.net.ApiRequest;
import com.stripe.net.ApiResource;
import com.stripe.net.StripeResponseGetter;
import dev.ticketing.simulator.world.DriverProxies;
import dev.ticketing.simulator.world.Stripe;
import java.lang.reflect.Type;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls of stripe-java, answered by the simulated Stripe. */
public final class SimulatedStripe {

    private static final StripeResponseGetter FACE =
            DriverProxies.of(StripeResponseGetter.class, SimulatedStripe::answer);

    private SimulatedStripe() {}

    public static StripeClient client() {
        return new StripeClient(FACE);
    }

    private static @Nullable Object answer(String method, Object[] arguments) throws StripeException {
        if (method.equals("validateRequestOptions")) {
            return null;
        }
        if (!method.equals("request") || arguments.length != 2) {
            throw DriverProxies.unknown(StripeResponseGetter.class, method);
        }
        var request = (ApiRequest) arguments[0];
        var type = (Type) arguments[1];
        var key = request.getOptions() == null ? null : request.getOptions().getIdempotencyKey();
        var answer = Stripe.current().call(request.getMethod().name(), request.getPath(), request.getParams(), key);
        if (answer.status() != 200) {
            throw failure(answer);
        }
        Object read = ApiResource.GSON.fromJson(json(answer, type), type);
        if (read instanceof StripeActiveObject active) {
            active.setResponseGetter(FACE);
        }
        return read;
    }

    private static String json(Stripe.Answer answer, Type type) {
        if (type == Refund.class) {
            return "{\"object\":\"refund\"}";
        }
        if (type.getTypeName().startsWith(StripeCollection.class.getName())) {
            return Stripe.current().intents().stream()
                    .map(SimulatedStripe::json)
                    .collect(Collectors.joining(",", "{\"object\":\"list\",\"has_more\":false,\"data\":[", "]}"));
        }
        if (type == PaymentIntent.class) {
            return json(answer.intent());
        }
        throw new AssertionError(type.getTypeName());
    }

    private static String json(Stripe.PaymentIntent intent) {
        return """
                {"object":"payment_intent","id":"%s","status":"%s","client_secret":"secret","amount":%d,"currency":"%s",\
                "metadata":{"orderId":"%s","paymentId":"%s"}}""".formatted(
                intent.id(), intent.status(), intent.amount(), intent.currency(), intent.orderId(), intent.paymentId());
    }

    private static StripeException failure(Stripe.Answer answer) {
        var message = answer.message();
        var code = answer.code();
        return switch (answer.status()) {
            case 0 -> new ApiConnectionException(message);
            case 402 -> declined(answer);
            case 400, 404 ->
                "idempotency_error".equals(code)
                        ? new IdempotencyException(message, "req", code, answer.status())
                        : new InvalidRequestException(message, null, "req", code, answer.status(), null);
            case 429 -> new RateLimitException(message, null, "req", code, answer.status(), null);
            default -> new ApiException(message, "req", code, answer.status(), null);
        };
    }

    private static StripeException declined(Stripe.Answer answer) {
        var declined = new CardException(
                answer.message(), "req", answer.code(), null, answer.code(), null, answer.status(), null);
        var error = "{\"message\":\"%s\",\"payment_intent\":%s}".formatted(answer.message(), json(answer.intent()));
        declined.setStripeError(ApiResource.GSON.fromJson(error, StripeError.class));
        return declined;
    }
}
