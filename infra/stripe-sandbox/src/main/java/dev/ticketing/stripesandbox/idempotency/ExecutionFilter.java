package dev.ticketing.stripesandbox.idempotency;

import dev.ticketing.stripesandbox.api.ErrorAnswer;
import dev.ticketing.stripesandbox.api.StripeError;
import dev.ticketing.stripesandbox.fault.Fault;
import dev.ticketing.stripesandbox.store.Store;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a call in one transaction, which also stores the response for its idempotency key: effect and response become
 * durable together, before the caller sees them. A declined card keeps its changes, any other error none.
 */
public final class ExecutionFilter extends OncePerRequestFilter {

    private final Store store;
    private final Clock clock;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    public ExecutionFilter(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var fingerprint = Fingerprint.of(request); // reads the body before the store is locked
        var key = key(request);
        if (key.isEmpty()) {
            execute(request, response, chain, Optional.empty(), fingerprint);
            return;
        }
        if (!inFlight.add(key.get())) {
            ErrorAnswer.write(inUse(key.get()), request, response);
            return;
        }
        try {
            answerOnce(request, response, chain, key.get(), fingerprint);
        } finally {
            inFlight.remove(key.get());
        }
    }

    private void answerOnce(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String key, String fingerprint)
            throws ServletException, IOException {
        var saved = store.find(SavedAnswer.class, key).filter(answer -> !answer.expired(clock.instant()));
        if (saved.isEmpty()) {
            execute(request, response, chain, Optional.of(key), fingerprint);
            return;
        }
        try {
            saved.get().requireSame(request, fingerprint);
            replay(saved.get(), response);
        } catch (StripeError error) {
            ErrorAnswer.write(error, request, response);
        }
    }

    private void execute(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Optional<String> key,
            String fingerprint)
            throws ServletException, IOException {
        var fault = Fault.of(request);
        fault.delayBefore();
        var buffer = new ContentCachingResponseWrapper(response);
        try (var transaction = store.begin()) {
            var forced = fault.error();
            if (forced.isPresent()) {
                ErrorAnswer.write(forced.get(), request, buffer);
            } else {
                chain.doFilter(request, buffer);
            }
            if (buffer.getStatus() >= 400 && buffer.getStatus() != 402) {
                transaction.undo();
            }
            if (key.isPresent() && ErrorAnswer.operationBegan(request)) {
                store.put(answer(key.get(), request, fingerprint, buffer));
                forgetEldest();
            }
            transaction.commit();
        }
        key.ifPresent(each -> response.setHeader("Idempotency-Key", each));
        buffer.copyBodyToResponse();
    }

    private void forgetEldest() {
        store.eldest(SavedAnswer.class)
                .flatMap(key -> store.find(SavedAnswer.class, key))
                .filter(eldest -> eldest.expired(clock.instant()))
                .ifPresent(eldest -> store.remove(SavedAnswer.class, eldest.id()));
    }

    private SavedAnswer answer(
            String key, HttpServletRequest request, String fingerprint, ContentCachingResponseWrapper buffer) {
        var body = new String(buffer.getContentAsByteArray(), StandardCharsets.UTF_8);
        var now = clock.instant().getEpochSecond();
        return new SavedAnswer(key, request.getRequestURI(), fingerprint, buffer.getStatus(), body, now);
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Idempotency-Key"))
                .filter(key -> request.getMethod().equals("POST") && !key.isBlank());
    }

    private static void replay(SavedAnswer saved, HttpServletResponse response) throws IOException {
        response.setStatus(saved.status());
        response.setHeader("Idempotency-Key", saved.id());
        response.setHeader("Idempotent-Replayed", "true");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(saved.body().getBytes(StandardCharsets.UTF_8));
    }

    private static StripeError inUse(String key) {
        return StripeError.idempotency(
                        409,
                        "There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): %s. Please try again later."
                                .formatted(key))
                .code("idempotency_key_in_use");
    }
}
