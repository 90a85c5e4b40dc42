package dev.ticketing.tickets.content;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ticketing.tickets.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes contents that no ticket refers to: of withdrawn tickets, and those that a crash left behind. Goes through all
 * contents, some each minute.
 */
@Component
class UnreferencedContents {

    private static final Logger log = LoggerFactory.getLogger(UnreferencedContents.class);
    private static final int AT_ONCE = 500;
    /** A new one may be about to get its reference. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final MongoOperations mongo;
    private final SealedContents contents;
    private final Clock clock;
    private @Nullable String last;

    UnreferencedContents(MongoOperations mongo, SealedContents contents, Clock clock) {
        this.mongo = mongo;
        this.contents = contents;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var next = next();
        last = next.size() < AT_ONCE ? null : next.getLast().id();
        var referenced = referenced(next);
        var removed = next.stream()
                .filter(content -> content.createdAt().isBefore(clock.instant().minus(YOUNG)))
                .map(SealedContent::id)
                .filter(id -> !referenced.contains(id))
                .toList();
        if (!removed.isEmpty()) {
            contents.deleteAllById(removed);
            log.info("contents={} removed because no ticket refers to them", removed.size());
        }
    }

    private List<SealedContent> next() {
        var query = last == null
                ? query(where("id").exists(true))
                : query(where("id").gt(last));
        query.fields().exclude("file", "code");
        return mongo.find(query.with(Sort.by("id")).limit(AT_ONCE), SealedContent.class);
    }

    private Set<String> referenced(List<SealedContent> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        var tickets =
                query(where("id").in(some.stream().map(SealedContent::ticketId).toList()));
        return mongo.find(tickets, Ticket.class).stream()
                .flatMap(ticket -> Stream.ofNullable(ticket.content()))
                .map(content -> Objects.requireNonNull(content).id())
                .collect(Collectors.toSet());
    }
}
