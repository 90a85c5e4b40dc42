package dev.ticketing.stripesandbox.event;

import dev.ticketing.stripesandbox.api.Listed;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A change of state, with the object right after it. */
public record Event(
        String id,
        String object,
        String apiVersion,
        long created,
        Map<String, JsonNode> data,
        boolean livemode,
        int pendingWebhooks,
        Map<String, String> request,
        String type)
        implements Listed {

    /** The version that stripe-java 33.3.0 supports; with another one its deserializer returns nothing. */
    static final String API_VERSION = "2026-07-29.dahlia";
}
