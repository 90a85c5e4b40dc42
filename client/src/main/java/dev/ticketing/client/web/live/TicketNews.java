package dev.ticketing.client.web.live;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts what has been heard of tickets, so that whoever keeps an answer about them can tell that it is old. */
@Component
public class TicketNews {

    private final AtomicLong count = new AtomicLong();

    /** Some ticket has changed, or may have. */
    public void changed() {
        count.incrementAndGet();
    }

    /** Another number than before if any ticket has changed. */
    public long count() {
        return count.get();
    }
}
