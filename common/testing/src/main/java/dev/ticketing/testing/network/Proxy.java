package dev.ticketing.testing.network;

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

/** Stands between a process and its dependency: forwards bytes, with a delay if wanted, and acts on certain ones. */
public final class Proxy implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean away;

    private Proxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy-" + target).start(this::accept);
    }

    /** In front of a port of this machine. */
    public static Proxy to(int target) {
        try {
            return new Proxy(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on every response takes this much longer. */
    public void slowDown(Duration delay) {
        this.delay = delay;
    }

    Duration delay() {
        return delay;
    }

    /**
     * Acts once when a match is on its way to the server; the match never arrives.
     *
     * @return completes afterwards
     */
    public CompletableFuture<Void> before(String sent, Runnable action) {
        return add(new Trap(sent, null, action));
    }

    /** Acts once when a match is on its way back; it never arrives. */
    public CompletableFuture<Void> beforeAnswer(String answer, Runnable action) {
        return add(new Trap(null, answer, action));
    }

    /**
     * Acts once when the match has arrived at the server and its response is on the way; the response never arrives.
     */
    public CompletableFuture<Void> beforeAnswerTo(String sent, Runnable action) {
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
                if (away) {
                    client.close();
                } else {
                    link(client);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void link(Socket client) throws IOException {
        try {
            links.add(Link.open(this, client, new Socket(InetAddress.getLoopbackAddress(), target)));
        } catch (IOException refused) {
            client.close();
        }
    }

    /** Ends all connections, and refuses new ones until the action has ended. */
    public void cutDuring(Runnable action) {
        away = true;
        try {
            cut();
            action.run();
        } finally {
            away = false;
        }
    }

    /** Ends all connections at once, as if the server had been restarted; new ones are accepted all the same. */
    public void cut() {
        links.forEach(Link::close);
    }

    void closed(Link link) {
        links.remove(link);
    }

    @Override
    public void close() {
        try {
            server.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
