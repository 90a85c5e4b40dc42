package dev.ticketing.payments.stripe;

import dev.ticketing.process.UnusableSetting;

/** What the environment says of Stripe is incomplete or dangerous; the service does not start. */
final class StripeMisconfigured extends UnusableSetting {

    StripeMisconfigured(String message) {
        super(message);
    }
}
