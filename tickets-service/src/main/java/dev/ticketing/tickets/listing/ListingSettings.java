package dev.ticketing.tickets.listing;

import dev.ticketing.web.limits.Limit;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.tickets}.
 *
 * @param listingsPerSeller how many tickets one seller may list
 * @param listsCached how long a public list is cached at most; zero disables the cache
 */
@ConfigurationProperties("ticketing.tickets")
public record ListingSettings(Limit listingsPerSeller, Duration listsCached) {}
