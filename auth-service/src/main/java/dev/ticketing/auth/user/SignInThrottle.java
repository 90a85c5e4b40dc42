package dev.ticketing.auth.user;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ticketing.web.limits.ClientNetwork;
import dev.ticketing.web.limits.LimitExceeded;
import dev.ticketing.web.limits.Limiter;
import dev.ticketing.web.limits.Quota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Limits failed sign-ins per account and client, per account, and per client, whether or not the address has an
 * account. It slows down guessing; open sessions stay valid. The limits per account or per client alone do not apply
 * where the account has signed in before, so guessing elsewhere, or next door, locks no one out (ADR 0029).
 */
@Component
class SignInThrottle {

    private static final Duration FAMILIAR = Duration.ofDays(30);

    private final Limiter limiter;
    private final MongoOperations mongo;
    private final Clock clock;
    private final Quota both;
    private final Quota account;
    private final Quota client;

    SignInThrottle(Limiter limiter, MongoOperations mongo, SignInSettings settings, Clock clock) {
        this.limiter = limiter;
        this.mongo = mongo;
        this.clock = clock;
        both = new Quota("attempts", "account-and-client", settings.failures());
        account = new Quota("attempts", "account", settings.failuresPerAccount());
        client = new Quota("attempts", "client", settings.failuresPerClient());
    }

    /** @param id the address and the client */
    @Document("familiarClients")
    record Familiar(
            @Id String id, @Indexed(expireAfter = "0s") Instant endsAt) {}

    /**
     * Call this before the password is checked. Every attempt counts as a failure until {@link #none} takes it back, so
     * that concurrent attempts cannot exceed the limit.
     *
     * @throws LimitExceeded if there have been too many
     */
    void add(String email, ClientNetwork from) {
        limiter.take(both, pair(email, from));
        try {
            limiter.take(account, email);
            limiter.take(client, from.name());
        } catch (LimitExceeded e) {
            if (!mongo.exists(byId(email, from), Familiar.class)) {
                throw e;
            }
        }
    }

    /** The attempt succeeded; earlier failures are forgotten. */
    void none(String email, ClientNetwork from) {
        limiter.clear(both, pair(email, from));
        limiter.giveBack(account, email);
        limiter.giveBack(client, from.name());
        familiar(email, from);
    }

    /** The account has signed in from this network. */
    void familiar(String email, ClientNetwork from) {
        var update = new Update().set("endsAt", clock.instant().plus(FAMILIAR));
        mongo.upsert(byId(email, from), update, Familiar.class);
    }

    private static Query byId(String email, ClientNetwork from) {
        return query(where("_id").is(pair(email, from)));
    }

    private static String pair(String email, ClientNetwork from) {
        return email + " " + from;
    }
}
