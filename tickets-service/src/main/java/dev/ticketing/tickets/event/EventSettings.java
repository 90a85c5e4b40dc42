package dev.ticketing.tickets.event;

import dev.ticketing.web.limits.Limit;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code ticketing.events}.
 *
 * @param eventsPerSeller how many events one seller may add
 */
@ConfigurationProperties("ticketing.events")
record EventSettings(Limit eventsPerSeller) {}
