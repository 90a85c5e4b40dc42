package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.invariant.Invariant.Findings;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invariant 9: by a replay, if there was one. Otherwise derived: a service ignores an event whose version it has
 * recorded as handled. A record of an unpublished version is as bad, because the service would ignore the event when it
 * arrives. expiration-service records nothing; orders-service ignores repeated expirations.
 */
final class StaleReplay implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.changedByReplay()
                .orElse(List.of())
                .forEach(document -> findings.add(document.split(" ")[1], "changed by a replay: %s", document));
        var published = new HashMap<String, Long>();
        evidence.events().forEach(event -> published.merge(event.aggregate(), event.version(), Math::max));
        evidence.handledVersions().forEach((service, handled) -> {
            published.forEach((aggregate, version) -> {
                if (consumes(service, aggregate, evidence.consumers())) {
                    requireNoted(service, aggregate, version, handled.getOrDefault(aggregate, -1L), findings);
                }
            });
            handled.forEach(
                    (aggregate, version) -> requireHeard(service, aggregate, version, published, evidence, findings));
        });
    }

    private static void requireNoted(
            String service, String aggregate, long published, long handled, Findings findings) {
        if (handled != published) {
            findings.add(aggregate, "%s has handled version %d (expected: %d)", service, handled, published);
        }
    }

    private static void requireHeard(
            String service,
            String aggregate,
            long version,
            Map<String, Long> published,
            Evidence evidence,
            Findings findings) {
        if (!published.containsKey(aggregate)) {
            findings.add(aggregate, "%s has handled version %d, which was never published", service, version);
        } else if (!consumes(service, aggregate, evidence.consumers())) {
            findings.add(aggregate, "%s has handled version %d, but no longer has a consumer", service, version);
        }
    }

    /**
     * By the broker's durable consumers, {@code <service>-<stream>}; the name of a stream is the plural of its noun.
     */
    private static boolean consumes(String service, String aggregate, Set<String> consumers) {
        return consumers.contains(service + "-" + aggregate.substring(0, aggregate.indexOf(':')) + "s");
    }
}
