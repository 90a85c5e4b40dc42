package dev.ticketing.stripesandbox.webhook;

import dev.ticketing.stripesandbox.SandboxSettings;
import dev.ticketing.stripesandbox.api.Ids;
import dev.ticketing.stripesandbox.event.Event;
import dev.ticketing.stripesandbox.store.Store;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Plans the deliveries of an event in the transaction that records it, so that no crash loses one. */
@Component
class Deliveries {

    private final Store store;
    private final WebhookFaults faults;
    private final DeliveryQueue queue;
    private final SandboxSettings settings;
    private final Clock clock;

    Deliveries(Store store, WebhookFaults faults, DeliveryQueue queue, SandboxSettings settings, Clock clock) {
        this.store = store;
        this.faults = faults;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(Event event) {
        if (!settings.webhook().isSet()) {
            return;
        }
        for (var delay : faults.next()) {
            var delivery = new Delivery(Ids.next("whd"), event.id(), event.type(), 0, clock.millis() + delay);
            store.put(delivery);
            store.afterCommit(() -> queue.add(delivery));
        }
    }
}
