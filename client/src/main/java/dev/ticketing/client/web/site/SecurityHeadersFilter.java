package dev.ticketing.client.web.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sets strict security headers on every page; {@code common/web} sets those of every response. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class SecurityHeadersFilter extends OncePerRequestFilter {

    /** No features except those that Stripe's form on our page may use. */
    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), usb=(), payment=(self \"https://js.stripe.com\")";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentSecurityPolicy.apply(response);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        if (request.getMethod().equals("TRACE")) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED); // a servlet would send the request back
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
            return;
        }
        chain.doFilter(request, response);
    }

    /** The container clears the headers before it dispatches to an error page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
