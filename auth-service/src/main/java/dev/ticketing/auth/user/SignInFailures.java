package dev.ticketing.auth.user;

import java.time.Clock;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins per address, whether it has an account or not, in windows of fixed length; for all replicas. A
 * guesser is slowed down; sessions that are open stay good.
 */
@Component
class SignInFailures {

    private final MongoOperations mongo;
    private final SignInSettings settings;
    private final Clock clock;

    SignInFailures(MongoOperations mongo, SignInSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param id the address and the number of the window */
    @Document("signInFailures")
    record Count(
            @Id String id,
            int failures,
            @Indexed(expireAfter = "0s") Instant endsAt) {}

    /** @throws TooManyAttempts if there have been too many in this window */
    void requireFew(String email) {
        var count = mongo.findById(id(email), Count.class);
        if (count != null && count.failures() >= settings.failures()) {
            throw new TooManyAttempts(count.endsAt());
        }
    }

    void add(String email) {
        var endsAt = Instant.ofEpochSecond((window() + 1) * settings.window().toSeconds());
        mongo.upsert(query(email), new Update().inc("failures", 1).setOnInsert("endsAt", endsAt), Count.class);
    }

    void clear(String email) {
        mongo.remove(query(email), Count.class);
    }

    private Query query(String email) {
        return Query.query(Criteria.where("id").is(id(email)));
    }

    private String id(String email) {
        return email + " " + window();
    }

    private long window() {
        return clock.instant().getEpochSecond() / settings.window().toSeconds();
    }
}
