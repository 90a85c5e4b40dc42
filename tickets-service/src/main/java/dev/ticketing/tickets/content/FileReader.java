package dev.ticketing.tickets.content;

import dev.ticketing.tickets.file.RefusedFile;
import dev.ticketing.tickets.file.TicketFile;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Reads uploaded files, a few at once: a file takes memory and time in proportion to its pixels. */
@Component
class FileReader {

    private static final int AT_ONCE = 2;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Semaphore permits = new Semaphore(AT_ONCE, true);

    /** Too many others are uploading. */
    static final class Busy extends RuntimeException {

        Busy() {
            super("Too many files arrive at the moment.");
        }
    }

    /**
     * @throws RefusedFile if there is none, or it is no ticket
     * @throws Busy after a few seconds
     */
    TicketFile read(HttpServletRequest request) {
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
