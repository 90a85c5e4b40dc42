package dev.ticketing.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Between one process and what it depends on: passes bytes on, late if wanted, and acts when certain ones come by. */
final class Proxy implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private volatile Duration delay = Duration.ZERO;

    private Proxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy-" + target).start(this::accept);
    }

    /** Before a port of this machine. */
    static Proxy to(int target) {
        try {
            return new Proxy(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Every answer takes this much longer from now on. */
    void slowDown(Duration delay) {
        this.delay = delay;
    }

    Duration delay() {
        return delay;
    }

    /**
     * Acts once, when something that matches is under way to the server; it never arrives.
     *
     * @return completes when that has happened
     */
    CompletableFuture<Void> before(String sent, Runnable action) {
        return add(new Trap(sent, null, action));
    }

    /** Acts once, when something that matches is under way back; it never arrives. */
    CompletableFuture<Void> beforeAnswer(String answer, Runnable action) {
        return add(new Trap(null, answer, action));
    }

    /** Acts once, when that has arrived at the server and is being answered; the answer never arrives. */
    CompletableFuture<Void> beforeAnswerTo(String sent, Runnable action) {
        return add(new Trap(sent, "", action));
    }

    private CompletableFuture<Void> add(Trap trap) {
        traps.add(trap);
        return trap.sprung();
    }

    List<Trap> traps() {
        return traps;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                try {
                    links.add(Link.open(this, client, new Socket(InetAddress.getLoopbackAddress(), target)));
                } catch (IOException away) {
                    client.close();
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    void closed(Link link) {
        links.remove(link);
    }

    @Override
    public void close() {
        try {
            server.close();
            links.forEach(Link::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
