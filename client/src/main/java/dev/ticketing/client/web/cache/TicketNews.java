package dev.ticketing.client.web.cache;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts the events of tickets, so that a cache can detect outdated responses. */
@Component
public class TicketNews {

    private final AtomicLong count = new AtomicLong();

    /** A ticket has changed, or may have changed. */
    public void changed() {
        count.incrementAndGet();
    }

    /** Differs from earlier values if any ticket has changed. */
    public long count() {
        return count.get();
    }
}
