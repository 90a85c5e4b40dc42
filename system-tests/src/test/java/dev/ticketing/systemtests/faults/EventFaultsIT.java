package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.brokeradmin.DeadLetterOffice;
import dev.ticketing.brokeradmin.DeadLetterOffice.DeadLetter;
import dev.ticketing.brokeradmin.DeadLetterOffice.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Unreadable messages, and consumers that must start again. */
class EventFaultsIT extends Fault {

    private static final int POISON = Size.of(3, 30);

    @Test
    void poisonIsPutIntoEveryStream() throws Exception {
        survives("%d unreadable messages in each stream".formatted(POISON), load -> {
            try (var broker = BrokerAdmin.connect("nats://localhost:" + port("NATS_PORT"))) {
                for (var each = 0; each < POISON; each++) {
                    BrokerAdmin.streams().forEach(stream -> poison(broker, stream));
                    load.awaitPurchases(1);
                }
                var consumers = broker.unsettled().size();
                var office = new DeadLetterOffice(broker);
                eventually().until(() -> office.list().size() == POISON * consumers);
                return "dead letters of %d consumers; %s".formatted(consumers, replayed(office));
            }
        });
    }

    private static void poison(BrokerAdmin broker, String stream) {
        var noun = stream.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        broker.publish(noun + ".poisoned.v1", Map.of(), "{\"this\": is no event");
    }

    /** Only to its consumer, for which it dies again. */
    private static String replayed(DeadLetterOffice office) {
        var letters = office.list();
        letters.forEach(letter -> office.replay(letter));
        eventually()
                .untilAsserted(() -> assertThat(office.list().stream()
                                .filter(letter -> letters.stream().anyMatch(old -> old.sequence() == letter.sequence()))
                                .map(DeadLetter::state))
                        .containsOnly(State.DIED_AGAIN));
        return "replayed, and dead-lettered again";
    }

    @Test
    void everyConsumerIsForgottenUnderLoad() throws Exception {
        survives("each durable consumer is deleted and reads its stream from the start", load -> {
            try (var broker = BrokerAdmin.connect("nats://localhost:" + port("NATS_PORT"))) {
                var consumers = List.copyOf(broker.unsettled().keySet());
                for (var consumer : consumers) {
                    broker.forget(consumer);
                    load.awaitPurchases(1);
                }
                eventually().untilAsserted(() -> assertThat(broker.unsettled()).containsOnlyKeys(consumers));
                return "%d consumers rebuilt".formatted(consumers.size());
            }
        });
    }
}
