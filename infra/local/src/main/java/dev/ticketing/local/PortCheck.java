package dev.ticketing.local;

import dev.ticketing.local.process.PortOwner;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import java.util.Collection;

/**
 * Detects taken ports before anything starts, and names the process that uses each and the variable that changes it.
 */
record PortCheck(SuiteOptions options) {

    void check(Collection<Port> wanted) {
        wanted.forEach(this::check);
    }

    private void check(Port port) {
        var number = options.port(port);
        if (PortOwner.isTaken(number)) {
            throw new CannotStart(
                    "port %d for %s is used by %s: stop that process, choose another port with %s=… or move all with TICKETING_PORT_BASE=…"
                            .formatted(
                                    number,
                                    port.owner(),
                                    PortOwner.of(number).orElse("another program"),
                                    port.variable()));
        }
    }
}
