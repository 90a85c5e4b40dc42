package dev.ticketing.auth.user;

import dev.ticketing.web.session.CurrentUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An account.
 *
 * @param email in lower case; its unique index prevents two accounts with one address
 * @param passwordHash with its parameters
 * @param madeBy token of the request that created it, if it had a key (ADR 0035)
 * @param sessionsNotBefore all sessions issued before this time have ended; in whole seconds, like the time of a
 *     token
 */
@Document("users")
record User(
        @Id String id,
        @Indexed(unique = true) String email,
        String passwordHash,
        Instant createdAt,
        @Indexed(unique = true, sparse = true) @Nullable String madeBy,
        Instant sessionsNotBefore,
        @Version @Nullable Long version) {

    static User signUp(String email, String passwordHash, Instant now, Optional<String> madeBy) {
        return new User(
                new ObjectId().toHexString(), email, passwordHash, now, madeBy.orElse(null), Instant.EPOCH, null);
    }

    User withPasswordHash(String hash) {
        return new User(id, email, hash, createdAt, madeBy, sessionsNotBefore, version);
    }

    /**
     * Ends all sessions issued so far. Tokens contain their time in whole seconds, so the current second ends too. The
     * next session is issued in the following second, ahead of the clock if necessary.
     */
    User endSessions(Instant now) {
        var last = now.isBefore(sessionsNotBefore) ? sessionsNotBefore : now;
        var next = last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return new User(id, email, passwordHash, createdAt, madeBy, next, version);
    }

    CurrentUser identity() {
        return new CurrentUser(id, email);
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
