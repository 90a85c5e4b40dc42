package dev.ticketing.client.web.event;

import dev.ticketing.client.api.Event;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What search engines and messengers show of an event.
 *
 * @param address the one under which it should be known
 */
record EventPreview(String title, String description, String address) {

    static EventPreview of(Event event, String day) {
        return new EventPreview(
                event.name(), day + ", " + event.venue() + ", " + event.city(), address("/events/" + event.id()));
    }

    /** Absolute, by the address of the request. */
    static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .build()
                .toUriString();
    }

    /** For machines (schema.org, Event). */
    Map<String, Object> structured(Event event) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Event");
        data.put("name", event.name());
        data.put("startDate", event.startsAt().toString());
        data.put("url", address);
        data.put(
                "location",
                Map.of("@type", "Place", "name", event.venue(), "address", event.venue() + ", " + event.city()));
        var tickets = event.tickets();
        if (tickets != null && tickets.fromPrice() != null && tickets.currency() != null) {
            data.put(
                    "offers",
                    Map.of(
                            "@type",
                            "AggregateOffer",
                            "lowPrice",
                            tickets.fromPrice().toPlainString(),
                            "priceCurrency",
                            tickets.currency().toUpperCase(Locale.ROOT),
                            "offerCount",
                            tickets.forSale(),
                            "availability",
                            "https://schema.org/InStock",
                            "url",
                            address));
        }
        return data;
    }
}
