package dev.ticketing.payments.stripe.webhook;

import static java.util.Objects.requireNonNull;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import dev.ticketing.payments.stripe.StripeSettings;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies the signature of a webhook and reads its event (docs.stripe.com/webhooks/signature). */
@Component
public class WebhookReader {

    private static final long TOLERANCE_SECONDS = 300;

    private final JsonMapper json;
    private final String secret;
    private final Clock clock;

    WebhookReader(JsonMapper json, StripeSettings settings, Clock clock) {
        this.json = json;
        this.secret = settings.webhookSecret();
        this.clock = clock;
    }

    /** @throws InvalidWebhook if the signature is missing, wrong, or older than 300 seconds */
    public WebhookEvent read(String payload, @Nullable String signature) {
        if (signature == null) {
            throw new InvalidWebhook("The Stripe-Signature header is missing.");
        }
        try {
            var event = Webhook.constructEvent(payload, signature, secret, TOLERANCE_SECONDS, clock);
            return new WebhookEvent(requireNonNull(event.getId()), requireNonNull(event.getType()), intentId(event));
        } catch (SignatureVerificationException e) {
            throw new InvalidWebhook("The signature is not valid, or older than " + TOLERANCE_SECONDS + " s.");
        } catch (RuntimeException e) {
            throw new InvalidWebhook("The body is not a Stripe event.");
        }
    }

    /** The id of a PaymentIntent itself; for a charge or refund, the id of its PaymentIntent. */
    private @Nullable String intentId(Event event) {
        var object = json.readTree(event.getDataObjectDeserializer().getRawJson());
        return "payment_intent".equals(text(object, "object")) ? text(object, "id") : text(object, "payment_intent");
    }

    private static @Nullable String text(JsonNode object, String name) {
        return object.path(name).asString(null);
    }
}
