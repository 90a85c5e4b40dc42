package dev.ticketing.messaging.gate;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ticketing.messaging.gate.VersionGate.Verdict;
import dev.ticketing.messaging.wire.Envelope;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The collection {@code handled_versions}: one small document per aggregate, never deleted, so that a replay changes
 * nothing.
 */
final class MongoHandledVersions implements HandledVersions {

    private final MongoOperations mongo;

    MongoHandledVersions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Verdict verdict(Envelope envelope) {
        var handled = mongo.findById(key(envelope), HandledVersion.class);
        return VersionGate.verdict(
                handled == null ? VersionGate.UNSEEN : handled.version(), envelope.aggregateversion());
    }

    @Override
    public void advance(Envelope envelope) {
        var update = new Update().max("version", envelope.aggregateversion());
        mongo.upsert(query(where("_id").is(key(envelope))), update, HandledVersion.class);
    }

    private static String key(Envelope envelope) {
        return envelope.noun() + ":" + envelope.subject();
    }

    @Document("handled_versions")
    record HandledVersion(@Id String id, long version) {}
}
