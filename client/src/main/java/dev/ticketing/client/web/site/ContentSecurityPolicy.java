package dev.ticketing.client.web.site;

import jakarta.servlet.http.HttpServletResponse;

/** What a page may load and where it may send things: itself only, and Stripe's hosts on the page that pays. */
public final class ContentSecurityPolicy {

    static final String HEADER = "Content-Security-Policy";
    static final String OURS_ONLY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Stripe's documented directives for its script and the Payment Element. */
    private static final String WITH_STRIPE = OURS_ONLY
            + "; script-src 'self' https://js.stripe.com https://*.js.stripe.com"
            + "; frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com"
            + "; connect-src 'self' https://api.stripe.com";

    private ContentSecurityPolicy() {}

    /** For this one answer. */
    public static void allowStripe(HttpServletResponse response) {
        response.setHeader(HEADER, WITH_STRIPE);
    }
}
