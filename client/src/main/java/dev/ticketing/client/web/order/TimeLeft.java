package dev.ticketing.client.web.order;

import java.time.Duration;
import java.time.Instant;

/** The remaining time of a reservation, by the clock of the service that decides; never negative. */
record TimeLeft(long minutes, int seconds) {

    static TimeLeft between(Instant serverTime, Instant expiresAt) {
        var left = Duration.between(serverTime, expiresAt);
        return left.isPositive() ? new TimeLeft(left.toMinutes(), left.toSecondsPart()) : new TimeLeft(0, 0);
    }

    public boolean isOver() {
        return totalSeconds() == 0;
    }

    /** Name of the message for it. */
    public String key() {
        return minutes > 0 ? "time.left.minutes" : "time.left.seconds";
    }

    public Object[] arguments() {
        return minutes > 0 ? new Object[] {minutes, seconds} : new Object[] {seconds};
    }

    /** For the style sheet; {@code countdown.js} goes on with it. */
    public String urgency() {
        var seconds = totalSeconds();
        return seconds <= 20 ? "now" : seconds <= 60 ? "soon" : "none";
    }

    public long totalSeconds() {
        return minutes * 60 + seconds;
    }
}
