package dev.ticketing.payments.webhook;

import dev.ticketing.payments.settlement.Settlement;
import dev.ticketing.payments.stripe.webhook.WebhookEvent;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Stores an event before anything else, and processes it right after. A sweep processes the events that a crash or an
 * outage of Stripe left behind. An event is only a hint: its processing asks Stripe for the facts.
 */
@Component
class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(10);
    private static final Limit AT_ONCE = Limit.of(500);

    private final ReceivedEvents events;
    private final Settlement settlement;
    private final AsyncTaskExecutor executor;
    private final Clock clock;

    Inbox(ReceivedEvents events, Settlement settlement, AsyncTaskExecutor applicationTaskExecutor, Clock clock) {
        this.events = events;
        this.settlement = settlement;
        this.executor = applicationTaskExecutor;
        this.clock = clock;
    }

    /** Returns once the event is stored; a duplicate is not processed again. */
    void receive(WebhookEvent event) {
        var now = clock.instant();
        try {
            var received = events.insert(new ReceivedEvent(event.id(), event.type(), event.intentId(), now, now));
            executor.execute(() -> lookInto(received));
        } catch (DuplicateKeyException e) {
            log.info("webhook={} type={} is a duplicate", event.id(), event.type());
        }
    }

    @Scheduled(fixedDelayString = "PT5S")
    void sweep() {
        var latest = clock.instant().minus(LEFT_BEHIND_AFTER);
        events.findByWaitingSinceLessThanEqual(latest, AT_ONCE).forEach(this::lookInto);
    }

    private void lookInto(ReceivedEvent event) {
        try {
            if (event.intentId() != null) {
                settlement.learn(event.intentId());
            }
            events.save(event.done());
            log.info("webhook={} type={} intent={}", event.id(), event.type(), event.intentId());
        } catch (RuntimeException e) {
            log.warn("webhook={} type={}: {}; the sweep tries again", event.id(), event.type(), e.getMessage());
        }
    }
}
