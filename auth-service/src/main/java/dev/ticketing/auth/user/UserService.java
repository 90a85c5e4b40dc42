package dev.ticketing.auth.user;

import dev.ticketing.messaging.Creation;
import dev.ticketing.messaging.RetryOnConflict;
import dev.ticketing.web.FirstAnswers;
import dev.ticketing.web.IdempotencyKey;
import dev.ticketing.web.IdempotencyKeyReused;
import dev.ticketing.web.NotSignedIn;
import dev.ticketing.web.RevokedSessions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** One method per use case; addresses come normalized. */
@Service
class UserService {

    private final Users users;
    private final FirstAnswers firstAnswers;
    private final Passwords passwords;
    private final Turnstile turnstile;
    private final SignInFailures failures;
    private final RevokedSessions revoked;
    private final Clock clock;

    UserService(
            Users users,
            FirstAnswers firstAnswers,
            Passwords passwords,
            Turnstile turnstile,
            SignInFailures failures,
            RevokedSessions revoked,
            Clock clock) {
        this.users = users;
        this.firstAnswers = firstAnswers;
        this.passwords = passwords;
        this.turnstile = turnstile;
        this.failures = failures;
        this.revoked = revoked;
        this.clock = clock;
    }

    /**
     * Of many at once with one address exactly one succeeds; whoever comes after it costs no hash. Who repeats a request with
     * its key is known by the password.
     */
    User signUp(Optional<IdempotencyKey> key, String email, String password) {
        var user = firstAnswers.make(
                User.class,
                "visitor",
                key.map(given -> given.withFingerprint(email)),
                creation -> signUp(email, password, creation));
        if (key.isPresent()) {
            requireSamePassword(user, password);
        }
        return user;
    }

    private User signUp(String email, String password, Creation creation) {
        return turnstile.pass(() -> {
            if (users.existsByEmail(email)) {
                throw new EmailInUse();
            }
            return insert(User.signUp(email, passwords.hash(password), clock.instant(), creation));
        });
    }

    /** A key is no way around the limit of {@link #signIn}. */
    private void requireSamePassword(User user, String password) {
        failures.requireFew(user.email());
        if (!turnstile.pass(() -> passwords.matches(password, Optional.of(user.passwordHash())))) {
            failures.add(user.email());
            throw new IdempotencyKeyReused();
        }
    }

    private User insert(User user) {
        try {
            return users.insert(user);
        } catch (DuplicateKeyException e) {
            throw new EmailInUse();
        }
    }

    User signIn(String email, String password) {
        failures.requireFew(email);
        try {
            var user = turnstile.pass(() -> authenticate(email, password));
            failures.clear(email);
            return user;
        } catch (InvalidCredentials e) {
            failures.add(email);
            throw e;
        }
    }

    private User authenticate(String email, String password) {
        var user = users.findByEmail(email);
        if (!passwords.matches(password, user.map(User::passwordHash))) {
            throw new InvalidCredentials();
        }
        return user.map(found -> upToDate(found, password)).orElseThrow();
    }

    /** The password is at hand only now: the moment to hash it with today's parameters. */
    private User upToDate(User user, String password) {
        if (!passwords.isOutdated(user.passwordHash())) {
            return user;
        }
        try {
            return users.save(user.withPasswordHash(passwords.hash(password)));
        } catch (OptimisticLockingFailureException e) {
            return user;
        }
    }

    /** Ends all sessions of this user; those that start afterwards are good, also within the same second. */
    @RetryOnConflict
    void signOutEverywhere(String userId) {
        var user = users.findById(userId).orElseThrow(NotSignedIn::new);
        var ended = users.save(user.endSessions(clock.instant()));
        revoked.revokeAll(userId, ended.sessionsNotBefore());
    }
}
