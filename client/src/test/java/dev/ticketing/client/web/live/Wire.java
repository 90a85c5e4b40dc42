package dev.ticketing.client.web.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * A connection to a browser that accepts a number of writes, and more on demand; behaves as Servlet 6.1 requires of a
 * container.
 */
final class Wire extends ServletOutputStream {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private WriteListener listener;
    private int room;
    private boolean isAwaited;
    private boolean isCut;

    Wire(int room) {
        this.room = room;
    }

    AsyncContext connection() {
        return new MockAsyncContext(new MockHttpServletRequest(), new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return Wire.this;
            }
        });
    }

    /** The browser accepts more writes. */
    void take(int more) throws IOException {
        synchronized (this) {
            room += more;
            if (!isAwaited) {
                return;
            }
            isAwaited = false;
        }
        listener.onWritePossible();
    }

    /** The browser disconnects, which the next write detects. */
    synchronized void cut() {
        isCut = true;
    }

    synchronized String text() {
        return taken.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        this.listener = listener;
        try {
            listener.onWritePossible();
        } catch (IOException e) {
            listener.onError(e);
        }
    }

    @Override
    public synchronized boolean isReady() {
        isAwaited = room == 0;
        return !isAwaited;
    }

    @Override
    public synchronized void write(ByteBuffer event) throws IOException {
        if (isCut) {
            throw new EOFException();
        }
        if (room == 0) {
            throw new IllegalStateException("not ready");
        }
        room--;
        taken.write(event.array(), event.arrayOffset(), event.remaining());
    }

    @Override
    public void write(int b) {
        throw new UnsupportedOperationException("would be copied into a buffer that the container keeps");
    }
}
