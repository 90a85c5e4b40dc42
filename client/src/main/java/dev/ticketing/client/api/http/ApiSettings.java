package dev.ticketing.client.api.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.api}.
 *
 * @param stripeSandbox target of the sandbox's card form; none with the real Stripe
 */
@ConfigurationProperties("ticketing.api")
public record ApiSettings(URI auth, URI tickets, URI orders, URI payments, Optional<URI> stripeSandbox) {

    public ApiSettings {
        stripeSandbox = stripeSandbox.filter(address -> !address.toString().isBlank());
        stripeSandbox.ifPresent(ApiSettings::refuseRealStripe);
    }

    /** Card numbers typed into our own form must reach only the sandbox. */
    private static void refuseRealStripe(URI address) {
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null || host.matches("(.*\\.)?stripe\\.com\\.?")) {
            throw new IllegalArgumentException(
                    "STRIPE_SANDBOX_URL is " + address + " (expected: the address of the sandbox, never Stripe's)");
        }
    }

    public URI address(Service service) {
        return switch (service) {
            case AUTH -> auth;
            case TICKETS -> tickets;
            case ORDERS -> orders;
            case PAYMENTS -> payments;
        };
    }
}
