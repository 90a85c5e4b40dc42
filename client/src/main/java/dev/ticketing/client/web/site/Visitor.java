package dev.ticketing.client.web.site;

import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.PublicKeys;
import dev.ticketing.web.Session;
import dev.ticketing.web.SessionCookie;
import dev.ticketing.web.SessionVerifier;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the header and the forms of every page need. */
@ControllerAdvice
class Visitor {

    private final SessionVerifier sessions;

    Visitor(SessionVerifier sessions) {
        this.sessions = sessions;
    }

    /** Who is looking; {@code null} when signed out, and when nobody can tell: the public pages go on without. */
    @ModelAttribute("user")
    CurrentUser user(HttpServletRequest request) {
        try {
            return SessionCookie.token(request)
                    .flatMap(sessions::verify)
                    .map(Session::user)
                    .orElse(null);
        } catch (PublicKeys.Unavailable e) {
            return null;
        }
    }

    @ModelAttribute("errors")
    FormErrors errors() {
        return FormErrors.NONE;
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
