package dev.ticketing.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.RevokedSessions;
import dev.ticketing.web.Session;
import dev.ticketing.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/users}: the session that the request came with. */
@RestController
@RequestMapping("/api/users")
class SessionController {

    private final RevokedSessions revoked;

    SessionController(RevokedSessions revoked) {
        this.revoked = revoked;
    }

    /** @param currentUser {@code null}, and written as that, when nobody is signed in */
    record CurrentUserView(
            @JsonInclude(JsonInclude.Include.ALWAYS) CurrentUser currentUser) {}

    @GetMapping("/currentuser")
    CurrentUserView currentUser(Optional<CurrentUser> user) {
        return new CurrentUserView(user.orElse(null));
    }

    @PostMapping("/signout")
    ResponseEntity<Map<String, String>> signOut(Optional<Session> session, HttpServletRequest request) {
        session.ifPresent(revoked::revoke);
        var cleared = SessionCookie.of(request, "", Duration.ZERO);
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cleared.toString())
                .body(Map.of());
    }
}
