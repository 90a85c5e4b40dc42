package dev.ticketing.payments.webhook;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.MongoRepository;

/** The inbox. */
interface ReceivedEvents extends MongoRepository<ReceivedEvent, String> {

    List<ReceivedEvent> findByWaitingSinceLessThanEqual(Instant latest, Limit limit);
}
