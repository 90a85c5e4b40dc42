package dev.ticketing.payments.payment;

import java.time.Instant;
import org.springframework.data.mongodb.repository.MongoRepository;

/** Of the requests to pay of the last day. */
interface ClaimedKeys extends MongoRepository<ClaimedKey, String> {

    void deleteByKeyAndAt(String key, Instant at);
}
