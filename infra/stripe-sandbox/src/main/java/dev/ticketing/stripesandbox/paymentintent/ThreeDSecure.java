package dev.ticketing.stripesandbox.paymentintent;

import dev.ticketing.stripesandbox.SandboxSettings;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Provides the address of the authentication: this server's own page. */
@Component
class ThreeDSecure {

    private final SandboxSettings settings;

    ThreeDSecure(SandboxSettings settings) {
        this.settings = settings;
    }

    /** A redirect if there is a return address; else the form that Stripe.js handles. */
    Map<String, Object> nextAction(PaymentIntent intent, Optional<String> returnUrl) {
        var page = base() + "/3ds/" + intent.id() + "?client_secret=" + intent.clientSecret();
        if (returnUrl.isPresent()) {
            return Map.of(
                    "type", "redirect_to_url", "redirect_to_url", Map.of("return_url", returnUrl.get(), "url", page));
        }
        return Map.of(
                "type",
                "use_stripe_sdk",
                "use_stripe_sdk",
                Map.of("type", "three_d_secure_redirect", "stripe_js", page, "source", intent.paymentMethod()));
    }

    private String base() {
        return settings.publicUrl().isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : settings.publicUrl().replaceAll("/+$", "");
    }
}
