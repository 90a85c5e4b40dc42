package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import dev.ticketing.local.process.PortOwner;
import java.util.Collection;

/** Finds out before anything starts that a port is taken, and says by whom and how to choose another. */
record PortCheck(SuiteOptions options) {

    void check(Collection<Port> wanted) {
        wanted.forEach(this::check);
    }

    private void check(Port port) {
        var number = options.port(port);
        if (PortOwner.isTaken(number)) {
            throw new CannotStart("port %d, wanted by %s, is taken by %s: stop that or choose another with %s=…"
                    .formatted(number, port.owner(), PortOwner.of(number).orElse("another program"), port.variable()));
        }
    }
}
