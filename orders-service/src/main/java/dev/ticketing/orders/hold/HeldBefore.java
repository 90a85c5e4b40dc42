package dev.ticketing.orders.hold;

import dev.ticketing.web.limits.LimitExceeded;
import java.time.Duration;

/**
 * The buyer, or others on their network, reserved this ticket and did not pay: other buyers have priority for a while.
 */
class HeldBefore extends LimitExceeded {

    HeldBefore(Duration wait) {
        super(
                "ticket-held-before",
                "You reserved this ticket before and did not pay for it. Other buyers have priority for a while.",
                "holds-by-ticket",
                1,
                null,
                wait);
    }
}
