package dev.ticketing.local.settings;

import dev.ticketing.local.process.PortOwner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for suites that run side by side. They are below the ports of outgoing connections: a process that is down for
 * a moment, because it was killed or has not started yet, finds its port free when it is back. Each JVM takes them from
 * its own blocks, which it claims by listening at their first port.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int BLOCK = 40;

    /** Open as long as this JVM runs. */
    private static final List<ServerSocket> CLAIMS = new ArrayList<>();

    private static int next;
    private static int end;

    private FreePort() {}

    /** A different one every time. */
    public static synchronized int find() {
        while (true) {
            if (next == end) {
                claimBlock();
            }
            var port = next++;
            if (!PortOwner.isTaken(port)) {
                return port;
            }
        }
    }

    private static void claimBlock() {
        while (true) {
            var first = FIRST + BLOCK * ThreadLocalRandom.current().nextInt((LAST - FIRST) / BLOCK);
            try {
                CLAIMS.add(new ServerSocket(first, 1, InetAddress.getLoopbackAddress()));
                next = first + 1;
                end = first + BLOCK;
                return;
            } catch (IOException taken) {
                // by another JVM, or by this one
            }
        }
    }
}
