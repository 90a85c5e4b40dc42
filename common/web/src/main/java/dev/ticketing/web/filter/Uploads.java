package dev.ticketing.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The routes that take a file of up to 5 MiB as {@code multipart/form-data}; other routes take 64 KiB and no parts. */
public final class Uploads {

    private static final int FILE = 5 * 1024 * 1024 + 16 * 1024;
    private static final int USUAL = 64 * 1024;

    private final Pattern paths;

    /** @param paths a regular expression; empty if there are none */
    public Uploads(String paths) {
        this.paths = Pattern.compile(paths);
    }

    boolean accept(HttpServletRequest request) {
        return paths.matcher(request.getRequestURI()).matches();
    }

    /** In bytes, of the body. */
    int limit(HttpServletRequest request) {
        return accept(request) ? FILE : USUAL;
    }
}
