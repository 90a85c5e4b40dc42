package dev.ticketing.auth.user;

import dev.ticketing.auth.credential.EmailAddress;
import dev.ticketing.auth.session.SessionTokens;
import dev.ticketing.web.idempotency.IdempotencyKey;
import dev.ticketing.web.limits.ClientNetwork;
import dev.ticketing.web.problem.Problems;
import dev.ticketing.web.session.CurrentUser;
import dev.ticketing.web.session.RevokedSessions;
import dev.ticketing.web.session.Session;
import dev.ticketing.web.session.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/users}: signing up, signing in, and signing out everywhere. */
@RestController
@RequestMapping("/api/users")
class UserController {

    private static final Logger log = LoggerFactory.getLogger(UserController.class);

    /** A visitor has no name yet. */
    private static final String ANYONE = "visitor";

    private final UserService users;
    private final SessionTokens tokens;
    private final RevokedSessions revoked;

    UserController(UserService users, SessionTokens tokens, RevokedSessions revoked) {
        this.users = users;
        this.tokens = tokens;
        this.revoked = revoked;
    }

    /** {@link #toString} omits the password. */
    @GoodPassword
    record SignUp(
            @NotNull(message = "email is required")
            @Pattern(regexp = EmailAddress.PATTERN, message = "email must be an e-mail address")
            String email,

            String password) {

        SignUp {
            email = EmailAddress.normalized(email);
        }

        @Override
        public String toString() {
            return "SignUp[" + email + "]";
        }
    }

    @PostMapping("/signup")
    ResponseEntity<CurrentUser> signUp(
            Optional<IdempotencyKey> key,
            ClientNetwork from,
            @Valid @RequestBody SignUp body,
            Optional<Session> before,
            HttpServletRequest request) {
        var user = users.signUp(key.map(given -> given.of(ANYONE, body.email())), from, body.email(), body.password());
        return signedIn(HttpStatus.CREATED, user, before, request);
    }

    /** {@link #toString} omits the password. */
    record SignIn(
            @NotBlank(message = "email is required") @Size(max = 254, message = "email must be an e-mail address")
            String email,

            @NotBlank(message = "password is required") String password) {

        SignIn {
            email = EmailAddress.normalized(email);
        }

        @Override
        public String toString() {
            return "SignIn[" + email + "]";
        }
    }

    @PostMapping("/signin")
    ResponseEntity<CurrentUser> signIn(
            ClientNetwork from, @Valid @RequestBody SignIn body, Optional<Session> before, HttpServletRequest request) {
        return signedIn(HttpStatus.OK, users.signIn(from, body.email(), body.password()), before, request);
    }

    /** @param before the previous session of the browser: it ends, because the browser forgets it */
    private ResponseEntity<CurrentUser> signedIn(
            HttpStatus status, User user, Optional<Session> before, HttpServletRequest request) {
        before.ifPresent(this::end);
        var token = tokens.issue(user.identity(), user.sessionsNotBefore());
        return ResponseEntity.status(status)
                .header(HttpHeaders.SET_COOKIE, cookie(request, token, RevokedSessions.TOKEN_LIFETIME))
                .body(user.identity());
    }

    /** While the broker is down, people can still sign in. */
    private void end(Session session) {
        try {
            revoked.revoke(session);
        } catch (DataAccessException e) {
            log.warn("event=session-not-ended user={}: {}", session.user().id(), e.getMessage());
        }
    }

    @PostMapping("/signout-everywhere")
    ResponseEntity<Map<String, String>> signOutEverywhere(CurrentUser user, HttpServletRequest request) {
        users.signOutEverywhere(user.id());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO))
                .body(Map.of());
    }

    private static String cookie(HttpServletRequest request, String token, Duration maxAge) {
        return SessionCookie.of(request, token, maxAge).toString();
    }

    @ExceptionHandler
    ProblemDetail on(EmailInUse e) {
        return Problems.of(HttpStatus.CONFLICT, "email-in-use", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(InvalidCredentials e) {
        return Problems.of(HttpStatus.BAD_REQUEST, "invalid-credentials", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooBusy e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "too-busy", e.getMessage()));
    }
}
