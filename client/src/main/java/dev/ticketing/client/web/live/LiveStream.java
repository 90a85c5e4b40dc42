package dev.ticketing.client.web.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One open page. Publishing a change only queues it. It is written, in order, when the connection accepts it, without a
 * waiting thread. A browser that does not accept it in time is disconnected, and reconnects for the changes that it
 * missed.
 */
final class LiveStream implements WriteListener {

    private static final int PATIENCE = 64;

    private final Executor writers;
    private final ArrayBlockingQueue<byte[]> news = new ArrayBlockingQueue<>(PATIENCE);
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean open = true;
    private @Nullable AsyncContext connection;
    private @Nullable ServletOutputStream out;

    /** @param writers runs the writes to the connection, which never block */
    LiveStream(Executor writers) {
        this.writers = writers;
    }

    /** Never blocks. */
    void tell(byte[] event) {
        if (open && !news.offer(event)) {
            open = false;
        }
        wake();
    }

    void end() {
        open = false;
        wake();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            writers.execute(this::onWritePossible);
        }
    }

    /** @param over runs once the stream has ended, on either side */
    synchronized void begin(AsyncContext begun, Runnable over) throws IOException {
        begun.setTimeout(0);
        begun.addListener(new UntilItIsOver(over));
        var body = begun.getResponse().getOutputStream();
        out = body;
        connection = begun;
        body.setWriteListener(this); // which is called for queued events
    }

    /**
     * A buffer that is written directly is not copied into one that the container keeps for each response (ADR 0019).
     */
    @Override
    public synchronized void onWritePossible() {
        woken.set(false);
        if (connection == null || out == null) {
            return;
        }
        try {
            while (open && out.isReady()) {
                var next = news.poll();
                if (next == null) {
                    return;
                }
                out.write(ByteBuffer.wrap(next));
            }
        } catch (IOException e) {
            open = false; // the browser has disconnected, which is how most streams end
        }
        if (!open) {
            complete();
        }
    }

    @Override
    public synchronized void onError(Throwable gone) {
        open = false;
        complete();
    }

    private void complete() {
        if (connection != null) {
            var ended = connection;
            forget();
            ended.complete();
        }
    }

    /** The container may reuse them for the next request. */
    private synchronized void forget() {
        open = false;
        connection = null;
        out = null;
        news.clear();
    }

    private final class UntilItIsOver implements AsyncListener {

        private final Runnable over;

        UntilItIsOver(Runnable over) {
            this.over = over;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            forget();
            over.run();
        }

        @Override
        public void onError(AsyncEvent event) {
            LiveStream.this.onError(event.getThrowable());
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
