package dev.ticketing.stripesandbox.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;

/** Accepts any test key and refuses live keys, because their owner expects to reach Stripe. */
public final class AuthenticationFilter extends OncePerRequestFilter {

    private static final String MISSING = "You did not provide an API key. You need to provide your API key in the"
            + " Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            check(key(request), request);
        } catch (StripeError error) {
            ErrorAnswer.write(error, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static String key(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null) {
            var parameter = request.getParameter("key");
            return parameter == null ? "" : parameter;
        }
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return user(header.substring(6).strip());
        }
        return header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
    }

    private static String user(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void check(String key, HttpServletRequest request) {
        if (key.isEmpty()) {
            throw StripeError.unauthorized(MISSING);
        }
        if (key.matches("(sk|rk|pk)_live_.*")) {
            throw StripeError.unauthorized("This is the Stripe sandbox and you sent a LIVE key (" + key.substring(0, 8)
                    + "***). Send a test key (sk_test_…), or the call to api.stripe.com.");
        }
        if (key.startsWith("pk_test_")) {
            checkPublishable(request);
        } else if (!key.matches("(sk|rk)_test_.+")) {
            throw StripeError.unauthorized("Invalid API Key provided: " + key.substring(0, Math.min(8, key.length()))
                    + "*** (expected: sk_test_…)");
        }
    }

    private static void checkPublishable(HttpServletRequest request) {
        var path = request.getRequestURI();
        var creates = request.getMethod().equals("POST") && path.matches("/v1/(tokens|payment_methods)");
        var ownIntent = path.startsWith("/v1/payment_intents/pi_") && request.getParameter("client_secret") != null;
        if (!creates && !ownIntent) {
            throw StripeError.unauthorized("This API call cannot be made with a publishable API key."
                            + " Please use a secret API key.")
                    .code("secret_key_required");
        }
    }
}
