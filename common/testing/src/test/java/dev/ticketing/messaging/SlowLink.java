package dev.ticketing.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One connection to the broker, on which everything comes back late. */
final class SlowLink implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor();
    private final Socket broker;
    private final Duration delay;

    private SlowLink(URI broker, Duration delay) throws IOException {
        this.broker = new Socket(broker.getHost(), broker.getPort());
        this.delay = delay;
    }

    static SlowLink to(String natsUrl, Duration delay) throws IOException {
        var link = new SlowLink(URI.create(natsUrl), delay);
        Thread.startVirtualThread(link::pass);
        return link;
    }

    String natsUrl() {
        return "nats://localhost:" + door.getLocalPort();
    }

    private void pass() {
        try (var service = door.accept()) {
            Thread.startVirtualThread(() -> passOn(service));
            var bytes = new byte[16 * 1024];
            for (var count = broker.getInputStream().read(bytes);
                    count >= 0;
                    count = broker.getInputStream().read(bytes)) {
                var answer = Arrays.copyOf(bytes, count);
                late.schedule(() -> passBack(answer, service), delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void passOn(Socket service) {
        try {
            service.getInputStream().transferTo(broker.getOutputStream());
        } catch (IOException e) {
            // closed
        }
    }

    private static void passBack(byte[] answer, Socket service) {
        try {
            service.getOutputStream().write(answer);
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        broker.close();
        late.shutdownNow();
    }
}
