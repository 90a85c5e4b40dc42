package dev.ticketing.web.idempotency;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Makes one document for all requests with one {@link IdempotencyKey}, whether they come one after the other or at once. A
 * request claims its key before anything else and receives a token; the document keeps that token in its field {@code madeBy}
 * under a unique sparse index (ADR 0035). A refused request gives its key back. Keys are remembered for 24 hours.
 */
public final class IdempotentRequests {

    private final MongoOperations mongo;
    private final Clock clock;

    public IdempotentRequests(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Returns the document that was made for this key, or makes it. Without a key every request makes its own.
     *
     * @param type of the document; has a field {@code madeBy}
     * @param make inserts the document with the token that it is given, if any
     * @throws IdempotencyKeyReused if the key came before with another body
     */
    public <T> T make(Class<T> type, Optional<RequestKey> key, Function<Optional<String>, T> make) {
        return key.isEmpty() ? make.apply(Optional.empty()) : once(type, key.get(), make);
    }

    private <T> T once(Class<T> type, RequestKey key, Function<Optional<String>, T> make) {
        var own = ClaimedKey.by(key, clock.instant());
        while (!isInserted(own)) {
            var first = earlier(own);
            if (first.isPresent() && isKept(first.get())) {
                return madeBy(type, first.get()).orElseGet(() -> made(type, first.get(), make));
            }
        }
        try {
            return made(type, own, make);
        } catch (RuntimeException e) {
            if (!(e instanceof DataAccessException || e instanceof OutcomeUnknown)) {
                release(own);
            }
            throw e;
        }
    }

    private boolean isInserted(ClaimedKey claim) {
        try {
            mongo.insert(claim);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The claim that was there first, unless it is forgotten by now. */
    private Optional<ClaimedKey> earlier(ClaimedKey own) {
        var first = Optional.ofNullable(mongo.findById(own.key(), ClaimedKey.class));
        if (first.isPresent() && first.get().isForgotten(own.at())) {
            mongo.remove(query(is(first.get())), ClaimedKey.class);
            return Optional.empty();
        }
        first.ifPresent(own::requireSameRequest);
        return first;
    }

    /** A claim that was repeated is not released any more; one that has just been released is no claim. */
    private boolean isKept(ClaimedKey claim) {
        var repeated = Update.update("repeated", true);
        return mongo.updateFirst(query(is(claim)), repeated, ClaimedKey.class).getMatchedCount() > 0;
    }

    private <T> T made(Class<T> type, ClaimedKey claim, Function<Optional<String>, T> make) {
        try {
            return make.apply(Optional.of(claim.token()));
        } catch (RuntimeException e) {
            // perhaps the same request came at the same time and was quicker: then this is no failure
            return madeBy(type, claim).orElseThrow(() -> e);
        }
    }

    private <T> Optional<T> madeBy(Class<T> type, ClaimedKey claim) {
        return Optional.ofNullable(mongo.findOne(query(where("madeBy").is(claim.token())), type));
    }

    /** Nothing was made: the key is free again, unless a repetition may be making it. */
    private void release(ClaimedKey claim) {
        mongo.remove(query(is(claim).and("repeated").is(false)), ClaimedKey.class);
    }

    private static Criteria is(ClaimedKey claim) {
        return where("_id").is(claim.key()).and("token").is(claim.token());
    }
}
