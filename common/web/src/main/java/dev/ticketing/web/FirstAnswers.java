package dev.ticketing.web;

import dev.ticketing.messaging.Creation;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Has requests with one {@link IdempotencyKey} make one document, however many come, one after the other or at once: all but
 * the first get the document that the first has made. A request that was refused has left nothing behind and is
 * judged anew. Keys are remembered for 24 hours.
 */
public final class FirstAnswers {

    private final MongoOperations mongo;
    private final Clock clock;

    FirstAnswers(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Returns what was made for this key; without a key, what is made now.
     *
     * @param userId whose key it is; other people's are others, though they read the same
     * @param make inserts the document with the creation that it is given, which is {@code null} if there is no key
     * @throws IdempotencyKeyReused if it was made for another request
     */
    public <T extends Creation.Known> T make(
            Class<T> type, String userId, Optional<IdempotencyKey> key, Function<Creation, T> make) {
        if (key.isEmpty()) {
            return make.apply(null);
        }
        var creation = key.get().by(userId, clock.instant());
        return first(type, creation).orElseGet(() -> make(type, creation, make));
    }

    private <T extends Creation.Known> T make(Class<T> type, Creation creation, Function<Creation, T> make) {
        try {
            return make.apply(creation);
        } catch (RuntimeException e) {
            // perhaps because the same request came at the same time and was first: then this is no failure
            return first(type, creation).orElseThrow(() -> e);
        }
    }

    private <T extends Creation.Known> Optional<T> first(Class<T> type, Creation creation) {
        var found = mongo.findOne(Query.query(Criteria.where("creation.key").is(creation.key())), type);
        if (found == null || isForgotten(type, found.creation(), creation)) {
            return Optional.empty();
        }
        if (!found.creation().fingerprint().equals(creation.fingerprint())) {
            throw new IdempotencyKeyReused();
        }
        return Optional.of(found);
    }

    /** An old key leaves its document, to be free for the next; whoever saves that document meanwhile has to load again. */
    private boolean isForgotten(Class<?> type, Creation old, Creation now) {
        if (!old.isForgotten(now.at())) {
            return false;
        }
        var sameOld =
                Criteria.where("creation.key").is(old.key()).and("creation.at").is(old.at());
        mongo.updateFirst(Query.query(sameOld), new Update().unset("creation"), type);
        return true;
    }
}
