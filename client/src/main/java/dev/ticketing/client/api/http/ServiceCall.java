package dev.ticketing.client.api.http;

import dev.ticketing.web.session.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Calls a service on behalf of the visitor of the current request: adds their session and the forwarding headers. */
public final class ServiceCall implements ClientHttpRequestInterceptor {

    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final Service service;

    public ServiceCall(Service service) {
        this.service = service;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            speakFor(current.getRequest(), request.getHeaders());
        }
        try {
            var answer = execution.execute(request, body);
            var status = answer.getStatusCode().value();
            if (AWAY.contains(status) || answer.getStatusCode().is3xxRedirection()) {
                answer.close();
                throw new ServiceAway(service, "status " + status, null);
            }
            return answer;
        } catch (IOException e) {
            throw new ServiceAway(service, e.toString(), e);
        }
    }

    private static void speakFor(HttpServletRequest visitor, HttpHeaders headers) {
        headers.set("X-Forwarded-Proto", visitor.getScheme());
        headers.set("X-Forwarded-Host", visitor.getServerName() + ":" + visitor.getServerPort());
        headers.set("X-Forwarded-For", visitor.getRemoteAddr());
        var cookies = NewSession.of(visitor).orElseGet(() -> ofBrowser(visitor));
        if (!cookies.isEmpty()) {
            headers.set(HttpHeaders.COOKIE, cookies);
        }
    }

    private static String ofBrowser(HttpServletRequest visitor) {
        return SessionCookie.tokens(visitor).stream()
                .map(token -> SessionCookie.of(visitor, token, Duration.ZERO))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
