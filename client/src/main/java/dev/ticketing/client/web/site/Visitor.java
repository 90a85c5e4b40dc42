package dev.ticketing.client.web.site;

import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.PublicKeys;
import dev.ticketing.web.Session;
import dev.ticketing.web.SessionVerifier;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the header and the forms of every page need. */
@ControllerAdvice
class Visitor {

    private final SessionVerifier sessions;

    Visitor(SessionVerifier sessions) {
        this.sessions = sessions;
    }

    @ModelAttribute
    void describe(HttpServletRequest request, Model model) {
        model.addAllAttributes(model(request));
    }

    /** For pages that no handler has made. */
    Map<String, Object> model(HttpServletRequest request) {
        var model = new HashMap<String, Object>();
        model.put("user", user(request));
        model.put("errors", FormErrors.NONE);
        model.put("path", path(request));
        model.put("here", here(request));
        model.put("lastSearch", LastSearch.of(request));
        model.put("nonce", ContentSecurityPolicy.nonce(request));
        return model;
    }

    /** Where the visitor comes back to; the page of a form that was sent is shown afresh. */
    private static String here(HttpServletRequest request) {
        var query = request.getQueryString();
        var isRead = request.getMethod().equals("GET") && query != null;
        return LocalPath.orHome(path(request) + (isRead ? "?" + query : ""));
    }

    /** What was asked for, also while the container comes back for the page that says why not. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused
                ? refused
                : request.getRequestURI();
    }

    /** Who is looking; {@code null} when signed out, and when nobody can tell: the public pages go on without. */
    private CurrentUser user(HttpServletRequest request) {
        try {
            return sessions.sessionOf(request).map(Session::user).orElse(null);
        } catch (PublicKeys.Unavailable e) {
            return null;
        }
    }
}
