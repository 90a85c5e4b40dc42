package dev.ticketing.payments.webhook;

import dev.ticketing.payments.stripe.webhook.WebhookEvent;
import org.springframework.beans.factory.BeanFactory;

/** The webhook endpoint behind the check of its signature. */
public final class WebhookEndpoint {

    private WebhookEndpoint() {}

    public static void receive(BeanFactory beans, String id, String type, String intentId) {
        beans.getBean(Inbox.class).receive(new WebhookEvent(id, type, intentId));
    }
}
