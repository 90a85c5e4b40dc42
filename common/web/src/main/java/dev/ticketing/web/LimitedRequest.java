package dev.ticketing.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A request whose body is cut off at the limit, and can be looked at before it is read. */
final class LimitedRequest extends HttpServletRequestWrapper {

    static final int LIMIT = 64 * 1024;

    private byte[] peeked;

    LimitedRequest(HttpServletRequest request) {
        super(request);
    }

    /**
     * The whole body, which can be read afterwards as if nothing had been.
     *
     * @throws BodyTooLarge if it is over the limit
     */
    byte[] peek() throws IOException {
        if (peeked == null) {
            peeked = getInputStream().readAllBytes();
        }
        return peeked;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return peeked == null ? new LimitedStream(super.getInputStream()) : new PeekedStream(peeked);
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private int left = LIMIT;

        LimitedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }

    private static final class PeekedStream extends ServletInputStream {

        private final ByteArrayInputStream body;

        PeekedStream(byte[] body) {
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return body.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is here already (expected: it is read at once)");
        }
    }
}
