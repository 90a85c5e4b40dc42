package dev.ticketing.gifts;

import dev.ticketing.events.TicketEvent.TicketCreated;
import dev.ticketing.messaging.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class TicketEventHandler {

    private static final Logger log = LoggerFactory.getLogger(TicketEventHandler.class);

    @EventHandler
    void on(TicketCreated event) {
        log.info("ticket={} may become a gift", event.title());
    }
}
