package dev.ticketing.stripesandbox.api;

import dev.ticketing.stripesandbox.store.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/** Writes an error, and marks on the request whether the operation had begun. */
public final class ErrorAnswer {

    private static final String NOT_BEGUN = ErrorAnswer.class.getName();

    private ErrorAnswer() {}

    public static void write(StripeError error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!error.begun()) {
            request.setAttribute(NOT_BEGUN, true);
        }
        response.setStatus(error.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(error.body()));
    }

    public static boolean operationBegan(HttpServletRequest request) {
        return request.getAttribute(NOT_BEGUN) == null;
    }
}
