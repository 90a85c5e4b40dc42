package dev.ticketing.tickets.content;

import dev.ticketing.tickets.file.RefusedFile;
import dev.ticketing.tickets.file.TicketFile;
import dev.ticketing.web.limits.Limiter;
import dev.ticketing.web.limits.Quota;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Reads one uploaded file at a time: it takes memory and time in proportion to its pixels. */
@Component
class FileReader {

    private static final int AT_ONCE = 1;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Semaphore permits = new Semaphore(AT_ONCE, true);
    private final Limiter limiter;
    private final Quota files;

    FileReader(Limiter limiter, ContentSettings settings) {
        this.limiter = limiter;
        this.files = new Quota("files", "account", Objects.requireNonNull(settings.filesPerSeller()));
    }

    /** Too many others are uploading. */
    static final class Busy extends RuntimeException {

        Busy() {
            super("Too many files arrive at the moment.");
        }
    }

    /**
     * @throws RefusedFile if there is none, or it is no ticket
     * @throws dev.ticketing.web.limits.LimitExceeded if this seller has sent too many
     * @throws Busy after a few seconds
     */
    TicketFile read(String userId, HttpServletRequest request) {
        limiter.take(files, userId);
        try {
            if (!permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return TicketFile.of(file(request));
        } finally {
            permits.release();
        }
    }

    private static byte[] file(HttpServletRequest request) {
        try {
            var part = request.getPart("file");
            if (part == null || part.getSize() == 0) {
                throw new RefusedFile("The part file is missing or empty.");
            }
            try (var content = part.getInputStream()) {
                return content.readAllBytes();
            }
        } catch (ServletException | IOException | IllegalStateException e) { // the last one if it is too large
            throw new RefusedFile("The parts of the form are malformed or too large.");
        }
    }
}
