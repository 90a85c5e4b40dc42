package dev.ticketing.payments.stripe;

import dev.ticketing.process.UnusableSetting;

/** The Stripe settings are incomplete or dangerous; the service does not start. */
final class StripeMisconfigured extends UnusableSetting {

    StripeMisconfigured(String message) {
        super(message);
    }
}
