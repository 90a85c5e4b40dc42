package dev.ticketing.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Reads scheme, host and client address from the three headers that the front door sets on every request, if they are
 * well-formed. It hides all other forwarding headers, because only strangers send them.
 */
public final class FrontDoorHeadersFilter extends ForwardedHeaderFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilterInternal(new FrontDoorRequest(request), response, chain);
    }

    private static final class FrontDoorRequest extends HttpServletRequestWrapper {

        private static final Map<String, Pattern> SET_BY_FRONT_DOOR = Map.of(
                "x-forwarded-proto", Pattern.compile("https?"),
                "x-forwarded-host", Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?"),
                "x-forwarded-for",
                        Pattern.compile(
                                "([0-9]{1,3}\\.){3}[0-9]{1,3}|\\[?[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{0,37}]?"));

        FrontDoorRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isForwarding(name) ? trusted(name).stream().findFirst().orElse(null) : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isForwarding(name) ? Collections.enumeration(trusted(name)) : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isForwarding(name) || !trusted(name).isEmpty())
                    .toList());
        }

        private static boolean isForwarding(String name) {
            var lowerCase = name.toLowerCase(Locale.ROOT);
            return lowerCase.equals("forwarded") || lowerCase.startsWith("x-forwarded-");
        }

        private List<String> trusted(String name) {
            var pattern = SET_BY_FRONT_DOOR.get(name.toLowerCase(Locale.ROOT));
            var values = String.join(",", Collections.list(super.getHeaders(name)));
            // an ingress appends to the client's value: the last one is the ingress's own
            var last = values.substring(values.lastIndexOf(',') + 1).strip();
            return pattern != null && pattern.matcher(last).matches() ? List.of(last) : List.of();
        }
    }
}
