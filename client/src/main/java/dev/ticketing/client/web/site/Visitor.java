package dev.ticketing.client.web.site;

import dev.ticketing.client.web.form.FormErrors;
import dev.ticketing.client.web.navigation.Done;
import dev.ticketing.client.web.navigation.LastSearch;
import dev.ticketing.client.web.navigation.LocalPath;
import dev.ticketing.web.session.CurrentUser;
import dev.ticketing.web.session.PublicKeys;
import dev.ticketing.web.session.Session;
import dev.ticketing.web.session.SessionVerifier;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The model attributes for the header and the forms of every page. */
@ControllerAdvice
class Visitor {

    private final SessionVerifier sessions;

    Visitor(SessionVerifier sessions) {
        this.sessions = sessions;
    }

    @ModelAttribute
    void describe(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAllAttributes(model(request));
        Done.take(request, response).ifPresent(done -> model.addAttribute("done", done.key()));
    }

    /** For pages without a controller. */
    Map<String, @Nullable Object> model(HttpServletRequest request) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("user", user(request));
        model.put("errors", FormErrors.NONE);
        model.put("path", path(request));
        model.put("typing", request.getHeader("HX-Request"));
        model.put("here", here(request));
        model.put("lastSearch", LastSearch.of(request));
        return model;
    }

    /** Where the visitor returns to; the page of a sent form is shown anew. */
    private static String here(HttpServletRequest request) {
        var query = request.getQueryString();
        var isRead = request.getMethod().equals("GET") && query != null;
        return LocalPath.orHome(path(request) + (isRead ? "?" + query : ""));
    }

    /** The requested path, also while the container dispatches to the error page. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused
                ? refused
                : request.getRequestURI();
    }

    /**
     * The signed-in visitor; none when signed out, and when sessions cannot be verified: the public pages still
     * work.
     */
    private @Nullable CurrentUser user(HttpServletRequest request) {
        try {
            return sessions.sessionOf(request).map(Session::user).orElse(null);
        } catch (PublicKeys.Unavailable e) {
            return null;
        }
    }
}
