package dev.ticketing.auth.user;

import dev.ticketing.messaging.Creation;
import dev.ticketing.web.CurrentUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An account.
 *
 * @param email in lower case; its unique index is what keeps an address from having two accounts
 * @param passwordHash with the parameters it was made with
 * @param creation the request that made it, if it had a key; its fingerprint is the address, and nothing of the password
 * @param sessionsNotBefore all sessions issued before have ended; in whole seconds, like the time of a token
 */
@Document("users")
record User(
        @Id String id,
        @Indexed(unique = true) String email,
        String passwordHash,
        Instant createdAt,
        Creation creation,
        Instant sessionsNotBefore,
        @Version Long version)
        implements Creation.Known {

    /** @param creation may be {@code null} */
    static User signUp(String email, String passwordHash, Instant now, Creation creation) {
        return new User(new ObjectId().toHexString(), email, passwordHash, now, creation, Instant.EPOCH, null);
    }

    User withPasswordHash(String hash) {
        return new User(id, email, hash, createdAt, creation, sessionsNotBefore, version);
    }

    /**
     * Ends all sessions issued so far. A token tells its time in whole seconds: the current second has to end too, and the
     * next session is issued in the one after, if need be ahead of the clock.
     */
    User endSessions(Instant now) {
        var last = now.isBefore(sessionsNotBefore) ? sessionsNotBefore : now;
        var next = last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return new User(id, email, passwordHash, createdAt, creation, next, version);
    }

    CurrentUser identity() {
        return new CurrentUser(id, email);
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
