package dev.ticketing.auth.user;

import dev.ticketing.auth.credential.Passwords;
import dev.ticketing.documents.RetryOnConflict;
import dev.ticketing.web.idempotency.IdempotencyKeyReused;
import dev.ticketing.web.idempotency.IdempotentRequests;
import dev.ticketing.web.idempotency.RequestKey;
import dev.ticketing.web.limits.ClientNetwork;
import dev.ticketing.web.limits.Limiter;
import dev.ticketing.web.limits.Quota;
import dev.ticketing.web.session.NotSignedIn;
import dev.ticketing.web.session.RevokedSessions;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** One method per use case; addresses are normalized. */
@Service
class UserService {

    private static final Logger log = LoggerFactory.getLogger(UserService.class);

    private final Users users;
    private final IdempotentRequests requests;
    private final Passwords passwords;
    private final Bulkhead bulkhead;
    private final SignInThrottle throttle;
    private final Limiter limiter;
    private final Quota signUps;
    private final RevokedSessions revoked;
    private final Clock clock;

    UserService(
            Users users,
            IdempotentRequests requests,
            Passwords passwords,
            Bulkhead bulkhead,
            SignInThrottle throttle,
            Limiter limiter,
            SignInSettings settings,
            RevokedSessions revoked,
            Clock clock) {
        this.users = users;
        this.requests = requests;
        this.passwords = passwords;
        this.bulkhead = bulkhead;
        this.throttle = throttle;
        this.limiter = limiter;
        this.signUps = new Quota("sign-ups", "client", settings.signUpsPerClient());
        this.revoked = revoked;
        this.clock = clock;
    }

    /**
     * Of many concurrent requests with one address exactly one succeeds; a later one costs no hash. A repeated request
     * must have the password of the first, which is not part of its fingerprint.
     */
    User signUp(Optional<RequestKey> key, ClientNetwork from, String email, String password) {
        var user = requests.make(User.class, key, madeBy -> signUp(from, email, password, madeBy));
        if (key.isPresent()) {
            requireSamePassword(user, from, password);
        }
        return user;
    }

    private User signUp(ClientNetwork from, String email, String password, Optional<String> madeBy) {
        limiter.take(signUps, from.name());
        var user = bulkhead.pass(from.name(), () -> {
            if (users.existsByEmail(email)) {
                throw new EmailInUse();
            }
            return insert(User.signUp(email, passwords.hash(password), clock.instant(), madeBy));
        });
        throttle.familiar(email, from);
        log.info("event=sign-up user={}", user.id());
        return user;
    }

    /** A key does not bypass the limit of {@link #signIn}. */
    private void requireSamePassword(User user, ClientNetwork from, String password) {
        judged(user.email(), from, () -> {
            if (!passwords.matches(password, Optional.of(user.passwordHash()))) {
                throw new IdempotencyKeyReused();
            }
            return user;
        });
    }

    /**
     * Counts every attempt until it has succeeded, beginning when its turn comes, so that correct passwords in the
     * queue do not count as failures.
     */
    private User judged(String email, ClientNetwork from, Supplier<User> judgement) {
        return bulkhead.pass(from.name(), () -> {
            throttle.add(email, from);
            var user = judgement.get();
            throttle.none(email, from);
            return user;
        });
    }

    private User insert(User user) {
        try {
            return users.insert(user);
        } catch (DuplicateKeyException e) {
            throw new EmailInUse();
        }
    }

    User signIn(ClientNetwork from, String email, String password) {
        return judged(email, from, () -> authenticate(email, password));
    }

    private User authenticate(String email, String password) {
        var user = users.findByEmail(email);
        if (!passwords.matches(password, user.map(User::passwordHash))) {
            log.info("event=sign-in outcome=refused user={}", user.map(User::id).orElse("unknown"));
            throw new InvalidCredentials();
        }
        log.info("event=sign-in outcome=accepted user={}", user.map(User::id).orElseThrow());
        return user.map(found -> upToDate(found, password)).orElseThrow();
    }

    /** The password is available only now, so this is the moment to hash it with the current parameters. */
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

    /** Ends all sessions of this user. Sessions that start later are valid, even within the same second. */
    @RetryOnConflict
    void signOutEverywhere(String userId) {
        var user = users.findById(userId).orElseThrow(NotSignedIn::new);
        var ended = users.save(user.endSessions(clock.instant()));
        revoked.revokeAll(userId, ended.sessionsNotBefore());
        log.info("event=sign-out-everywhere user={}", userId);
    }
}
