package dev.ticketing.local;

import dev.ticketing.local.process.PortOwner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for suites beside others. They are below those that systems give to outgoing connections: a process that is away for
 * a moment, because it was killed or has not started yet, finds its port free when it is back.
 */
final class FreePort {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** Another one every time. */
    static int find() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (!PortOwner.isTaken(port) && GIVEN.add(port)) {
                return port;
            }
        }
    }
}
