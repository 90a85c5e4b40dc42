package dev.ticketing.client.web.order;

import java.time.Duration;
import java.time.Instant;

/** How long a hold lasts, by the clock of the service that decides; never less than nothing. */
record TimeLeft(long minutes, int seconds) {

    static TimeLeft between(Instant serverTime, Instant expiresAt) {
        var left = Duration.between(serverTime, expiresAt);
        return left.isPositive() ? new TimeLeft(left.toMinutes(), left.toSecondsPart()) : new TimeLeft(0, 0);
    }

    public boolean isOver() {
        return totalSeconds() == 0;
    }

    /** Name of the message that tells it. */
    public String key() {
        return minutes > 0 ? "time.left.minutes" : "time.left.seconds";
    }

    public Object[] arguments() {
        return minutes > 0 ? new Object[] {minutes, seconds} : new Object[] {seconds};
    }

    public long totalSeconds() {
        return minutes * 60 + seconds;
    }
}
