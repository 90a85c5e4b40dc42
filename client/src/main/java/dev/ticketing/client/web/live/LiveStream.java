package dev.ticketing.client.web.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One open page. Whoever has news only puts it in; the thread of the request writes it out. A browser that does not
 * take it in time is let go, and comes back for what it has missed.
 */
final class LiveStream {

    private static final int PATIENCE = 64;
    private static final byte[] END = {};
    private static final byte[] BEAT = "event: beat\ndata:\n\n".getBytes(StandardCharsets.UTF_8);

    private final Interest interest;
    private final ArrayBlockingQueue<byte[]> news = new ArrayBlockingQueue<>(PATIENCE);
    private volatile boolean open = true;

    LiveStream(Interest interest) {
        this.interest = interest;
    }

    Interest interest() {
        return interest;
    }

    /** Never waits. */
    void tell(byte[] event) {
        if (open && !news.offer(event)) {
            end();
        }
    }

    void end() {
        open = false;
        news.clear();
        news.offer(END);
    }

    /** Returns when the stream has ended. @throws IOException if the browser is gone */
    void writeTo(OutputStream out, Duration beat) throws IOException, InterruptedException {
        out.flush();
        while (open) {
            var next = news.poll(beat.toMillis(), TimeUnit.MILLISECONDS);
            if (next == END) {
                return;
            }
            out.write(next == null ? BEAT : next);
            for (var more = news.poll(); more != null && more != END; more = news.poll()) {
                out.write(more);
            }
            out.flush();
        }
    }
}
