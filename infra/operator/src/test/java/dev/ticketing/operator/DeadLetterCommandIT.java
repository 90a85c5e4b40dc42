package dev.ticketing.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketing.brokeradmin.BrokerAdmin;
import dev.ticketing.brokeradmin.DeadLetterOffice;
import dev.ticketing.events.PaymentEvent.PaymentFailed;
import dev.ticketing.testing.Broker;
import dev.ticketing.testing.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@ServiceTest
class DeadLetterCommandIT {

    @Autowired
    Broker broker;

    @Autowired
    BuggyApplication.Handler handler;

    @Value("${ticketing.messaging.nats-url}")
    String natsUrl;

    @Test
    void deadLettersAreListedShownAndReplayed() {
        assertThat(dlq("list")).isEqualTo("No dead letters.\n");
        var id = new ObjectId().toHexString();
        broker.publish(new PaymentFailed(id, "order", "x"), 0);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dlq("list"))
                        .matches("(?s)SEQ .*\n1 .*  dead   orders-service-payments  payment:" + id
                                + ":0  IllegalStateException: a bug\n"));
        assertThat(dlq("show", "1"))
                .contains("PAYMENTS #1, payment.failed.v1", "after 5 deliveries", "\"reason\":\"x\"");

        handler.fix();
        assertThat(dlq("replay", "--all")).contains("1 sent again");

        broker.awaitSettled("orders-service-payments");
        assertThat(handler.handled()).containsExactly(id);
        assertThat(dlq("list")).contains("  handled  ");
        assertThat(dlq("replay", "--all")).contains("0 sent again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lisst", "show", "show x", "replay", "replay 1 2", "list all"})
    void unknownCommandIsNamedWithWhatWasExpected(String words) {
        assertThatThrownBy(() -> dlq(words.split(" ")))
                .hasMessage("dlq %s (expected: dlq list, show SEQ, replay SEQ or replay --all)", words);
    }

    private String dlq(String... words) {
        var out = new ByteArrayOutputStream();
        try (var admin = BrokerAdmin.connect(natsUrl)) {
            new DeadLetterCommand(new DeadLetterOffice(admin), new PrintStream(out, true, StandardCharsets.UTF_8))
                    .run(List.of(words));
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
