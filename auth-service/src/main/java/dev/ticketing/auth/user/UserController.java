package dev.ticketing.auth.user;

import dev.ticketing.auth.session.SessionTokens;
import dev.ticketing.web.CurrentUser;
import dev.ticketing.web.IdempotencyKey;
import dev.ticketing.web.Problems;
import dev.ticketing.web.RevokedSessions;
import dev.ticketing.web.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/users}: signing up, signing in, and out everywhere. */
@RestController
@RequestMapping("/api/users")
class UserController {

    private final UserService users;
    private final SessionTokens tokens;
    private final Clock clock;

    UserController(UserService users, SessionTokens tokens, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Prints without the password. */
    record SignUp(
            @NotNull(message = "email is required")
            @Pattern(regexp = EmailAddress.PATTERN, message = "email must be an e-mail address")
            String email,

            @NotNull(message = "password is required")
            @Pattern(regexp = "(?s).{8,128}", message = "password must be 8 to 128 characters")
            @Pattern(regexp = "(?s).{0,7}|.*\\S.*", message = "password must not be blank")
            @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "password must not have control characters in it")
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
            Optional<IdempotencyKey> key, @Valid @RequestBody SignUp body, HttpServletRequest request) {
        return signedIn(HttpStatus.CREATED, users.signUp(key, body.email(), body.password()), request);
    }

    /** Prints without the password. */
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
    ResponseEntity<CurrentUser> signIn(@Valid @RequestBody SignIn body, HttpServletRequest request) {
        return signedIn(HttpStatus.OK, users.signIn(body.email(), body.password()), request);
    }

    private ResponseEntity<CurrentUser> signedIn(HttpStatus status, User user, HttpServletRequest request) {
        var token = tokens.issue(user.identity(), user.sessionsNotBefore());
        return ResponseEntity.status(status)
                .header(HttpHeaders.SET_COOKIE, cookie(request, token, RevokedSessions.TOKEN_LIFETIME))
                .body(user.identity());
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
    ResponseEntity<ProblemDetail> on(TooManyAttempts e) {
        var wait = Duration.between(clock.instant(), e.nextAt()).plusSeconds(1).toSeconds();
        return later(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", e.getMessage(), Math.max(1, wait));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooBusy e) {
        return later(HttpStatus.SERVICE_UNAVAILABLE, "too-busy", e.getMessage(), 1);
    }

    private static ResponseEntity<ProblemDetail> later(HttpStatus status, String code, String detail, long seconds) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(Problems.of(status, code, detail));
    }
}
