package dev.ticketing.client.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a page may load and where it may send things: itself only, and Stripe's hosts on the page that pays. A script runs
 * only if its element knows the answer's nonce.
 */
public final class ContentSecurityPolicy {

    static final String HEADER = "Content-Security-Policy";

    private static final String NONCE = ContentSecurityPolicy.class.getName() + ".nonce";
    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String OURS_ONLY =
            "default-src 'none'; script-src 'nonce-%s'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private ContentSecurityPolicy() {}

    static void apply(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HEADER, OURS_ONLY.formatted(nonce(request)));
    }

    /** For this one answer: Stripe's documented directives for its script and the Payment Element. */
    public static void allowStripe(HttpServletResponse response) {
        response.setHeader(
                HEADER,
                response.getHeader(HEADER)
                        .replace("script-src", "script-src https://js.stripe.com https://*.js.stripe.com")
                        .replace("connect-src", "connect-src https://api.stripe.com")
                        .concat("; frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com"));
    }

    /** The same for the whole answer, and never again. */
    static String nonce(HttpServletRequest request) {
        if (request.getAttribute(NONCE) instanceof String known) {
            return known;
        }
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        return nonce;
    }
}
