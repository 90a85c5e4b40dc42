package dev.ticketing.check.invariant;

import dev.ticketing.check.evidence.Evidence;
import dev.ticketing.check.evidence.Ticket;
import dev.ticketing.check.invariant.Invariant.Rule;
import java.util.HashMap;
import java.util.List;

/** Invariant 12. A withdrawn listing has no code, and one that its buyer lists again has passed it on. */
final class OneListingPerCode implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        var holders = new HashMap<String, Ticket>();
        for (var ticket : evidence.tickets()) {
            var other = ticket.code() == null ? null : holders.putIfAbsent(ticket.code(), ticket);
            if (other != null) {
                findings.add(List.of(ticket.id(), other.id()), "both have one code");
            }
        }
    }
}
