package dev.ticketing.testing.network;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** One connection through a proxy. */
final class Link {

    /** Longer than any searched text, so that a text in two parts is found too. */
    private static final int OVERLAP = 256;

    private record Chunk(byte @Nullable [] bytes, Instant due) {}

    private final Proxy proxy;
    private final Socket client;
    private final Socket server;
    private final Set<Trap> awaitingAnswer = ConcurrentHashMap.newKeySet();

    private Link(Proxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    static Link open(Proxy proxy, Socket client, Socket server) throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var link = new Link(proxy, client, server);
        link.pass(client, server, link::springsOnSent, false);
        link.pass(server, client, link::springsOnAnswer, true);
        return link;
    }

    /** Whether a trap has been triggered, so that nothing more passes. */
    @FunctionalInterface
    private interface Watch {
        boolean springsOn(String text);
    }

    private void pass(Socket from, Socket to, Watch watch, boolean late) {
        var chunks = new LinkedBlockingQueue<Chunk>();
        Thread.startVirtualThread(() -> read(from, chunks, watch, late));
        Thread.startVirtualThread(() -> write(chunks, to));
    }

    private void read(Socket from, BlockingQueue<Chunk> chunks, Watch watch, boolean late) {
        var buffer = new byte[16 * 1024];
        var tail = "";
        try {
            for (var count = from.getInputStream().read(buffer); count >= 0; ) {
                var text = tail + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                if (watch.springsOn(text)) {
                    break;
                }
                tail = text.substring(Math.max(0, text.length() - OVERLAP));
                var due = late ? Instant.now().plus(proxy.delay()) : Instant.MIN;
                chunks.add(new Chunk(Arrays.copyOf(buffer, count), due));
                count = from.getInputStream().read(buffer);
            }
        } catch (IOException gone) {
            // as good as closed
        }
        chunks.add(new Chunk(null, Instant.MIN));
    }

    private void write(BlockingQueue<Chunk> chunks, Socket to) {
        try {
            for (var chunk = chunks.take(); chunk.bytes != null; chunk = chunks.take()) {
                Thread.sleep(Duration.between(Instant.now(), chunk.due));
                to.getOutputStream().write(chunk.bytes);
            }
        } catch (IOException | InterruptedException gone) {
            // as good as closed
        }
        close();
    }

    private boolean springsOnSent(String text) {
        for (var trap : proxy.traps()) {
            if (!trap.isUsed() && !trap.needsNothingSent() && trap.matchesSent(text)) {
                if (trap.waitsForAnswer()) {
                    awaitingAnswer.add(trap);
                } else if (trap.spring()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean springsOnAnswer(String text) {
        for (var trap : proxy.traps()) {
            var counts = trap.needsNothingSent() || awaitingAnswer.contains(trap);
            if (!trap.isUsed() && trap.waitsForAnswer() && counts && trap.matchesAnswer(text) && trap.spring()) {
                return true;
            }
        }
        return false;
    }

    void close() {
        proxy.closed(this);
        try {
            client.close();
            server.close();
        } catch (IOException e) {
            // closed enough
        }
    }
}
