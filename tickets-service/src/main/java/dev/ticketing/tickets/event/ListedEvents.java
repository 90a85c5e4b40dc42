package dev.ticketing.tickets.event;

import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All events, also past ones. */
public interface ListedEvents extends MongoRepository<ListedEvent, String> {

    Optional<ListedEvent> findByKey(String key);
}
