package dev.ticketing.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The routes that take a file of up to 5 MiB as {@code multipart/form-data}; other routes take 64 KiB and no parts. */
public final class Uploads {

    private static final Set<String> WRITING = Set.of("POST", "PUT");
    private static final int FILE = 5 * 1024 * 1024 + 16 * 1024;
    private static final int USUAL = 64 * 1024;

    private static final int AT_ONCE = 4;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Pattern paths;
    /** A body is in memory as long as it is handled. */
    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    /** @param paths a regular expression; empty if there are none */
    public Uploads(String paths) {
        this.paths = Pattern.compile(paths);
    }

    boolean accept(HttpServletRequest request) {
        return WRITING.contains(request.getMethod())
                && paths.matcher(request.getRequestURI()).matches();
    }

    /** Whether the request may be handled now; then {@link #end} must follow. */
    boolean begin() {
        try {
            return permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        permits.release();
    }

    /** In bytes, of the body. */
    int limit(HttpServletRequest request) {
        return accept(request) ? FILE : USUAL;
    }
}
