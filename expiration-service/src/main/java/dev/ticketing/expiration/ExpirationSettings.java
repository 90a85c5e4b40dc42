package dev.ticketing.expiration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.expiration}.
 *
 * @param lease how long a claimed timer waits for its publication before an instance may claim it again
 * @param rebuildFrom how far back orders are read when timers are rebuilt; longer than any reservation
 */
@ConfigurationProperties("ticketing.expiration")
record ExpirationSettings(Duration lease, Duration rebuildFrom) {

    ExpirationSettings {
        if (!lease.isPositive() || !rebuildFrom.isPositive()) {
            throw new IllegalArgumentException("ticketing.expiration has lease " + lease + " and rebuild-from "
                    + rebuildFrom + " (expected: positive durations)");
        }
    }
}
