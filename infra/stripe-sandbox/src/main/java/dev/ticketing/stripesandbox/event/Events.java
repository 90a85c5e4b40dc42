package dev.ticketing.stripesandbox.event;

import dev.ticketing.stripesandbox.SandboxSettings;
import dev.ticketing.stripesandbox.api.Ids;
import dev.ticketing.stripesandbox.api.SandboxHeaderFilter;
import dev.ticketing.stripesandbox.store.Document;
import dev.ticketing.stripesandbox.store.Json;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Records events within the transaction of their change. Deletes the oldest beyond a limit. */
@Component
public final class Events {

    private static final int KEPT = 20_000;

    private final Store store;
    private final ApplicationEventPublisher publisher;
    private final SandboxSettings settings;
    private final Clock clock;

    Events(Store store, ApplicationEventPublisher publisher, SandboxSettings settings, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    public void record(String type, Document changed) {
        var event = new Event(
                Ids.next("evt"),
                "event",
                Event.API_VERSION,
                clock.instant().getEpochSecond(),
                Map.of("object", Json.view(changed)),
                false,
                settings.webhook().isSet() ? 1 : 0,
                request(),
                type);
        store.put(event);
        publisher.publishEvent(event);
        if (store.size(Event.class) > KEPT) {
            store.eldest(Event.class).ifPresent(eldest -> store.remove(Event.class, eldest));
        }
    }

    private static Map<String, String> request() {
        var request = new HashMap<String, String>();
        request.put("id", null);
        request.put("idempotency_key", null);
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            request.put("id", (String) current.getRequest().getAttribute(SandboxHeaderFilter.REQUEST_ID));
            request.put("idempotency_key", current.getRequest().getHeader("Idempotency-Key"));
        }
        return request;
    }
}
