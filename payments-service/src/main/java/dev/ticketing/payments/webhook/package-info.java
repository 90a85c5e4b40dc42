/** What Stripe tells us: verified, kept once per event, and then looked into; a net under the answers to our calls. */
@NullMarked
package dev.ticketing.payments.webhook;

import org.jspecify.annotations.NullMarked;
