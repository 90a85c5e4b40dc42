package dev.ticketing.client.web.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ticketing.client.web.cookie.BrowserNote;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The input of a seller whose session had ended; the form shows it again after signing in. */
public final class KeptForm {

    private static final Pattern PAGES = Pattern.compile("/tickets/(?:new|[0-9a-fA-F]{24}/edit)");
    private static final List<String> FIELDS = List.of(
            "title", "price", "currency", "version", "eventId", "section", "row", "number", "admission", "faceValue");

    private KeptForm() {}

    /** Stores the input of the request, if it is one of those forms. */
    public static void keep(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        if (request.getMethod().equals("POST")
                && PAGES.matcher(path).matches()
                && request.getParameter("withdraw") == null) {
            var typed = FIELDS.stream()
                    .filter(field -> request.getParameter(field) != null)
                    .map(field -> field + "=" + URLEncoder.encode(request.getParameter(field), UTF_8))
                    .collect(Collectors.joining("&"));
            BrowserNote.DRAFT.write(path + "?" + typed, request, response);
        }
    }

    /** Whether input is stored for the next page. */
    public static boolean isFor(String next, HttpServletRequest request) {
        return BrowserNote.DRAFT
                .read(request)
                .filter(kept -> kept.startsWith(next + "?"))
                .isPresent();
    }

    /** The stored input for the form of this page, by field; returned once. */
    public static Optional<Map<String, String>> take(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI();
        if (!isFor(path, request)) {
            return Optional.empty();
        }
        var kept = BrowserNote.DRAFT.read(request).orElseThrow();
        BrowserNote.DRAFT.forget(request, response);
        try {
            return Optional.of(decoded(kept));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the visitor can change it at will
        }
    }

    private static Map<String, String> decoded(String kept) {
        return Arrays.stream(kept.substring(kept.indexOf('?') + 1).split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], UTF_8), (first, second) -> first));
    }
}
