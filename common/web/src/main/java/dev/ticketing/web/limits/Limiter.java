package dev.ticketing.web.limits;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Counts with one conditional write each, so that exactly the quota is admitted, with any number of concurrent requests
 * and instances. A count is a document that MongoDB deletes after its window.
 */
public final class Limiter {

    private final MongoOperations mongo;
    private final Clock clock;

    public Limiter(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** @param id the quota and its subject */
    @Document("limits")
    record Count(
            @Id String id,
            int taken,
            @Indexed(expireAfter = "0s") Instant endsAt) {}

    /**
     * Takes one from the subject's quota.
     *
     * @throws LimitExceeded if none is left in this window
     */
    public void take(Quota quota, String subject) {
        var id = id(quota, subject);
        var limit = quota.limit();
        while (!takes(id, limit)) {
            var count = mongo.findById(id, Count.class);
            var now = clock.instant();
            if (count != null && count.taken() >= limit.quota() && now.isBefore(count.endsAt())) {
                throw LimitExceeded.of(quota, Duration.between(now, count.endsAt()));
            }
            if (count != null && !now.isBefore(count.endsAt())) {
                forget(count);
            }
        }
    }

    /** The upsert collides with the existing count if that is used up or its window is over. */
    private boolean takes(String id, Limit limit) {
        var now = clock.instant();
        var open = where("_id").is(id).and("endsAt").gt(now).and("taken").lt(limit.quota());
        var update = new Update().inc("taken", 1).setOnInsert("endsAt", now.plus(limit.window()));
        try {
            mongo.upsert(query(open), update, Count.class);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Only the count of this window: another instance may have begun the next one. */
    private void forget(Count count) {
        mongo.remove(query(where("_id").is(count.id()).and("endsAt").is(count.endsAt())), Count.class);
    }

    /** Gives back what was taken by a request that does not count after all. */
    public void giveBack(Quota quota, String subject) {
        mongo.updateFirst(query(is(id(quota, subject)).and("taken").gt(0)), new Update().inc("taken", -1), Count.class);
    }

    /** Deletes the count; the next request begins another window. */
    public void clear(Quota quota, String subject) {
        mongo.remove(query(is(id(quota, subject))), Count.class);
    }

    private static Criteria is(String id) {
        return where("_id").is(id);
    }

    private static String id(Quota quota, String subject) {
        return quota.policy() + " " + subject;
    }
}
