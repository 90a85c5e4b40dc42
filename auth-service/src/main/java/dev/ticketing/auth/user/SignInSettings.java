package dev.ticketing.auth.user;

import dev.ticketing.web.limits.Limit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.auth.sign-in}.
 *
 * @param failures how often signing in with one address may fail from one client
 * @param failuresPerAccount how often it may fail with one address, from all clients (NIST SP 800-63B: at most 100)
 * @param failuresPerClient how often it may fail from one client, with all addresses
 * @param signUpsPerClient how many attempts to sign up one client has
 */
@ConfigurationProperties("ticketing.auth.sign-in")
record SignInSettings(Limit failures, Limit failuresPerAccount, Limit failuresPerClient, Limit signUpsPerClient) {}
