package dev.ticketing.client.web.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ticketing.pages}.
 *
 * @param keep how long responses that are the same for everyone are cached at most; an event of any ticket ends
 *     them earlier
 */
@ConfigurationProperties("ticketing.pages")
public record PageSettings(@DefaultValue("1s") Duration keep) {}
