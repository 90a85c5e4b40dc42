package dev.ticketing.stripesandbox.requestlog;

import dev.ticketing.stripesandbox.SandboxReset;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The latest calls, newest first; without parameters, because they may contain card numbers. */
@Component
public class RequestLog {

    private static final int KEPT = 5_000;

    private final Deque<Call> calls = new ArrayDeque<>();

    /** One call; {@code replayed}: its response came from its idempotency key. */
    record Call(
            Instant at,
            String requestId,
            String method,
            String path,
            String idempotencyKey,
            boolean replayed,
            int status,
            long millis) {}

    synchronized void add(Call call) {
        calls.addFirst(call);
        if (calls.size() > KEPT) {
            calls.removeLast();
        }
    }

    synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    @EventListener(SandboxReset.class)
    synchronized void clear() {
        calls.clear();
    }
}
