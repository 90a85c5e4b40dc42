package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Invariant 9, as far as it can be read: a service ignores an event whose version it has noted as handled. A note of what
 * was never published is as bad, because the event would be ignored when it comes. expiration-service notes nothing;
 * orders-service ignores what its timers say too often.
 */
final class StaleReplay implements Rule {

    private static final Map<String, Set<String>> HEARD = Map.of(
            "orders-service", Set.of("ticket", "payment", "expiration"),
            "tickets-service", Set.of("order"),
            "payments-service", Set.of("order"));

    @Override
    public void check(Evidence evidence, Findings findings) {
        var published = new HashMap<String, Long>();
        evidence.events().forEach(event -> published.merge(event.aggregate(), event.version(), Math::max));
        HEARD.forEach((service, nouns) -> {
            var handled = evidence.handledVersions().getOrDefault(service, Map.of());
            published.forEach((aggregate, version) -> {
                if (nouns.contains(noun(aggregate))) {
                    requireNoted(service, aggregate, version, handled.getOrDefault(aggregate, -1L), findings);
                }
            });
            handled.forEach((aggregate, version) -> {
                if (!published.containsKey(aggregate)) {
                    findings.add(aggregate, "%s has handled version %d of what was never published", service, version);
                }
            });
        });
    }

    private static void requireNoted(
            String service, String aggregate, long published, long handled, Findings findings) {
        if (handled != published) {
            findings.add(aggregate, "%s has handled version %d (expected: %d)", service, handled, published);
        }
    }

    private static String noun(String aggregate) {
        return aggregate.substring(0, aggregate.indexOf(':'));
    }
}
