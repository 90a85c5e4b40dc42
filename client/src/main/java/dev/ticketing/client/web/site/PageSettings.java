package dev.ticketing.client.web.site;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code ticketing.pages}.
 *
 * @param keep how long what is the same for everybody is kept at most; news of any ticket end it before
 */
@ConfigurationProperties("ticketing.pages")
public record PageSettings(@DefaultValue("1s") Duration keep) {}
