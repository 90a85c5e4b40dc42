import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Opens many live streams and keeps them open:
 * {@code java benchmarks/OpenPages.java http://localhost:8080 2000 60 TICKET_ID,…}. Every five seconds it prints the
 * numbers of open streams, events and heartbeats. Meanwhile {@code jcmd PID GC.class_histogram} shows the client's heap
 * after a collection (ADR 0019).
 */
class OpenPages {

    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final AtomicInteger FAILED = new AtomicInteger();
    private static final AtomicInteger EVENTS = new AtomicInteger();
    private static final AtomicInteger BEATS = new AtomicInteger();

    public static void main(String[] args) throws Exception {
        var door = URI.create(args[0]);
        var count = Integer.parseInt(args[1]);
        var seconds = Integer.parseInt(args[2]);
        var path = "/live?tickets=" + args[3];
        for (var i = 0; i < count; i++) {
            Thread.startVirtualThread(() -> open(door, path));
            Thread.sleep(2);
        }
        for (var passed = 0; passed < seconds; passed += 5) {
            Thread.sleep(5_000);
            System.out.printf(
                    "open=%d failed=%d events=%d beats=%d%n", OPEN.get(), FAILED.get(), EVENTS.get(), BEATS.get());
        }
        System.exit(0);
    }

    private static void open(URI door, String path) {
        try (var socket = new Socket(door.getHost(), door.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + door.getAuthority()
                                    + "\r\nAccept: text/event-stream\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            read(socket.getInputStream());
        } catch (IOException e) {
            // counted below
        }
        OPEN.decrementAndGet();
        FAILED.incrementAndGet();
    }

    private static void read(InputStream in) throws IOException {
        OPEN.incrementAndGet();
        var chunk = new byte[512];
        for (var length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            var text = new String(chunk, 0, length, StandardCharsets.US_ASCII);
            EVENTS.addAndGet(text.split("event: ticket", -1).length - 1);
            BEATS.addAndGet(text.split("event: beat", -1).length - 1);
        }
    }
}
