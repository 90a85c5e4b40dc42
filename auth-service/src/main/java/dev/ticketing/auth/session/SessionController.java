package dev.ticketing.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketing.web.session.CurrentUser;
import dev.ticketing.web.session.RevokedSessions;
import dev.ticketing.web.session.Session;
import dev.ticketing.web.session.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/users}: the session of the request. */
@RestController
@RequestMapping("/api/users")
class SessionController {

    private static final Logger log = LoggerFactory.getLogger(SessionController.class);

    private final RevokedSessions revoked;

    SessionController(RevokedSessions revoked) {
        this.revoked = revoked;
    }

    /** @param currentUser null, also in the JSON, when no one is signed in */
    record CurrentUserView(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            CurrentUser currentUser) {}

    @GetMapping("/currentuser")
    CurrentUserView currentUser(Optional<CurrentUser> user) {
        return new CurrentUserView(user.orElse(null));
    }

    private void end(Session session) {
        revoked.revoke(session);
        log.info("event=sign-out user={}", session.user().id());
    }

    @PostMapping("/signout")
    ResponseEntity<Map<String, String>> signOut(Optional<Session> session, HttpServletRequest request) {
        session.ifPresent(this::end);
        var cleared = SessionCookie.of(request, "", Duration.ZERO);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cleared.toString())
                .body(Map.of());
    }
}
