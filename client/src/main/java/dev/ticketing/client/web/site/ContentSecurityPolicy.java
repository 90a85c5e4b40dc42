package dev.ticketing.client.web.site;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The allowed sources and targets of a page: this site only, and Stripe's hosts on the page that pays. Scripts are
 * files; inline scripts do not run.
 */
public final class ContentSecurityPolicy {

    static final String HEADER = "Content-Security-Policy";

    private static final String OURS_ONLY =
            "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ContentSecurityPolicy() {}

    static void apply(HttpServletResponse response) {
        response.setHeader(HEADER, OURS_ONLY);
    }

    /** For this response only: Stripe's documented directives for its script and the Payment Element. */
    public static void allowStripe(HttpServletResponse response) {
        response.setHeader(
                HEADER,
                response.getHeader(HEADER)
                        .replace("script-src", "script-src https://js.stripe.com https://*.js.stripe.com")
                        .replace("connect-src", "connect-src https://api.stripe.com")
                        .concat("; frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com"));
    }
}
