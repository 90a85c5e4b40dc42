package dev.ticketing.auth.user;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.auth.sign-in}.
 *
 * @param failures how often signing in with one address may fail within a window (NIST SP 800-63B: at most 100)
 * @param window how long failures count
 */
@ConfigurationProperties("ticketing.auth.sign-in")
record SignInSettings(int failures, Duration window) {

    SignInSettings {
        if (failures < 1) {
            throw new IllegalArgumentException("SIGN_IN_FAILURES is " + failures + " (expected: at least 1)");
        }
        if (window.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "SIGN_IN_FAILURES_WINDOW is " + window + " (expected: at least a second)");
        }
    }
}
