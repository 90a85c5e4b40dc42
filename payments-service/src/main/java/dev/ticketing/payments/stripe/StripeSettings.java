package dev.ticketing.payments.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ticketing.stripe}. A live key may go to Stripe only, and production needs Stripe itself and a
 * live key.
 *
 * @param key secret key; {@code sk_live_…} and {@code rk_live_…} move real money
 * @param publishableKey for the pages; optional
 * @param webhookSecret with which Stripe signs its webhooks
 * @param environment {@code production}, or any other name
 */
@ConfigurationProperties("ticketing.stripe")
public record StripeSettings(
        String key,
        String publishableKey,
        String webhookSecret,
        URI apiBase,
        @DefaultValue("") String environment,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {

    private static final String STRIPE = "https://api.stripe.com";

    public StripeSettings {
        requireSet("STRIPE_KEY", key, "a secret key, sk_test_… or sk_live_…");
        requireSet("STRIPE_WEBHOOK_SECRET", webhookSecret, "the signing secret of the webhook endpoint, whsec_…");
        var live = isLive(key);
        var foreign = !isStripe(apiBase);
        if (live && foreign) {
            throw new StripeMisconfigured("STRIPE_KEY is a live key and STRIPE_API_BASE is " + apiBase
                    + " (expected: a live key is for " + STRIPE + " alone)");
        }
        if (isProduction(environment) && foreign) {
            throw new StripeMisconfigured("TICKETING_ENVIRONMENT is " + environment + " and STRIPE_API_BASE is "
                    + apiBase + " (expected: " + STRIPE + " in production)");
        }
        if (isProduction(environment) && !live) {
            throw new StripeMisconfigured("TICKETING_ENVIRONMENT is " + environment
                    + " and STRIPE_KEY is a test key (expected: a live key in production)");
        }
    }

    private static void requireSet(String name, String value, String expected) {
        if (value == null || value.isBlank()) {
            throw new StripeMisconfigured(name + " is not set (expected: " + expected + ")");
        }
    }

    private static boolean isLive(String key) {
        return key.startsWith("sk_live_") || key.startsWith("rk_live_");
    }

    private static boolean isStripe(URI base) {
        return STRIPE.equals(base.toString().replaceAll("/+$", "").toLowerCase(Locale.ROOT));
    }

    private static boolean isProduction(String environment) {
        return environment.strip().toLowerCase(Locale.ROOT).startsWith("prod");
    }

    public StripeMode mode() {
        if (!isStripe(apiBase)) {
            return StripeMode.SANDBOX;
        }
        return isLive(key) ? StripeMode.LIVE : StripeMode.TEST;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StripeSettings[apiBase=" + apiBase + ", mode=" + mode() + "]";
    }
}
