package dev.ticketing.client.web.site;

import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.PublicKeys;
import dev.ticketing.web.Session;
import dev.ticketing.web.SessionCookie;
import dev.ticketing.web.SessionVerifier;
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
        model.put("path", request.getRequestURI());
        return model;
    }

    /** Who is looking; {@code null} when signed out, and when nobody can tell: the public pages go on without. */
    private CurrentUser user(HttpServletRequest request) {
        try {
            return SessionCookie.token(request)
                    .flatMap(sessions::verify)
                    .map(Session::user)
                    .orElse(null);
        } catch (PublicKeys.Unavailable e) {
            return null;
        }
    }
}
