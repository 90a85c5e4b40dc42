package dev.ticketing.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.events.PaymentEvent;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.events.PaymentEvent.PaymentVoided;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class EventReplayIT {

    @Autowired
    Broker broker;

    @Autowired
    EventReplay replay;

    private final String id = new ObjectId().toHexString();
    private final PaymentFailed failed = new PaymentFailed(id, "order", "a");
    private final PaymentVoided voided = new PaymentVoided(id, "order", "b");

    @Test
    void everythingComesInTheOrderOfTheStreamButWhatNobodyCanRead() {
        broker.publish(voided, 1);
        broker.publishRaw("payment.failed.v1", "no event");
        broker.publish(failed, 0);
        broker.publishAgain(failed, 0);

        assertThat(replayed(Instant.EPOCH)).containsExactly(voided, failed, failed);
    }

    @Test
    void nothingComesThatIsOlder() {
        broker.publish(failed, 0);

        assertThat(replayed(Instant.now().plus(Duration.ofHours(1)))).isEmpty();
    }

    private List<PaymentEvent> replayed(Instant since) {
        var events = new ArrayList<PaymentEvent>();
        replay.replay(PaymentEvent.class, since, events::add);
        events.removeIf(event -> !event.id().equals(id));
        return events;
    }
}
