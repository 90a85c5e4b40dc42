package dev.ticketing.payments.webhook;

import dev.ticketing.payments.stripe.WebhookEvent;
import dev.ticketing.simulator.world.Reply;
import org.springframework.beans.factory.BeanFactory;

/** The webhook, after its signature was verified. */
public final class WebhookDoor {

    private WebhookDoor() {}

    public static Reply receive(BeanFactory beans, String id, String type, String intentId) {
        var inbox = beans.getBean(Inbox.class);
        return Reply.of(
                200,
                () -> {
                    inbox.receive(new WebhookEvent(id, type, intentId));
                    return Reply.Made.NOTHING;
                },
                Reply::status);
    }
}
