package dev.ticketing.tickets.listing;

import dev.ticketing.web.limits.Limit;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ticketing.tickets}.
 *
 * @param listingsPerSeller how many tickets one seller may list
 * @param listsCached how long a public list is cached at most; zero disables the cache
 * @param priceCaps percent of the face value by country, such as {@code FR:100}
 */
@ConfigurationProperties("ticketing.tickets")
public record ListingSettings(
        Limit listingsPerSeller,
        Duration listsCached,
        @DefaultValue List<String> priceCaps) {

    /** An empty setting is no list. */
    public ListingSettings {
        priceCaps = priceCaps == null ? List.of() : List.copyOf(priceCaps);
    }
}
