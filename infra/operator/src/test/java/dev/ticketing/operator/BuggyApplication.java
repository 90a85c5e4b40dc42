package dev.ticketing.operator;

import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.messaging.EventHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Component;

/** A service with a bug that can be fixed. */
@SpringBootApplication
class BuggyApplication {

    @Component
    static class Handler {

        private final List<String> handled = new CopyOnWriteArrayList<>();
        private volatile boolean fixed;

        @EventHandler
        void on(PaymentFailed event) {
            if (!fixed) {
                throw new IllegalStateException("a bug");
            }
            handled.add(event.id());
        }

        void fix() {
            fixed = true;
        }

        List<String> handled() {
            return handled;
        }
    }
}
