package dev.ticketing.local.settings;

import dev.ticketing.suite.CannotStart;
import java.util.HashMap;
import java.util.Map;

/**
 * The limits per client. On one machine all requests come from one address, so they are higher here than the defaults
 * of the services and of a cluster, unless the environment sets them.
 */
public final class ClientLimits {

    /** For services; a setting of the caller has priority. */
    private static final Map<String, String> OF_SERVICES = Map.of(
            "SIGN_IN_FAILURES_PER_CLIENT", "100000/PT15M",
            "SIGN_UPS_PER_CLIENT", "100000/PT1H",
            "LISTINGS_PER_SELLER", "20000/PT1H",
            "EVENTS_PER_SELLER", "20000/PT1H",
            "FILES_PER_SELLER", "20000/PT1H",
            "ORDERS_PER_CLIENT", "1000000/PT1H",
            "STREAMS_PER_CLIENT", "100");

    /** For the front door, per second; streams and connections at the same time. */
    private static final Map<String, String> OF_THE_FRONT_DOOR = Map.of(
            "REQUESTS_PER_CLIENT", "5000",
            "SEARCHES_PER_CLIENT", "5000",
            "SIGN_INS_PER_CLIENT", "100",
            "STREAMS_PER_CLIENT", "100",
            "CONNECTIONS_PER_CLIENT", "4000");

    private static final int BURST_SECONDS = 10;

    private final Map<String, String> environment;

    public ClientLimits(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @return those that the environment does not set */
    public Map<String, String> ofServices() {
        var missing = new HashMap<>(OF_SERVICES);
        missing.keySet().removeAll(environment.keySet());
        return missing;
    }

    /** Replaces the placeholders. */
    public String in(String configuration) {
        var text = configuration;
        for (var limit : OF_THE_FRONT_DOOR.entrySet()) {
            var name = limit.getKey().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            var value = number(limit.getKey(), environment.getOrDefault(limit.getKey(), limit.getValue()));
            text = text.replace("{{" + name + "}}", String.valueOf(value))
                    .replace(
                            "{{" + name.replace("-per-client", "-burst") + "}}", String.valueOf(value * BURST_SECONDS));
        }
        return text;
    }

    private static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new CannotStart("%s is %s (expected: a number from 1 to 999999)".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
