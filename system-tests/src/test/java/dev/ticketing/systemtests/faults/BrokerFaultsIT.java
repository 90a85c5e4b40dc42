package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.systemtests.Person;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokerFaultsIT extends Fault {

    private static final Duration AWAY = Size.of(Duration.ofSeconds(5), Duration.ofSeconds(30));

    @Test
    void brokerIsKilled() throws Exception {
        survives("nats-server is killed (SIGKILL) and started again", load -> {
            for (var round = 0; round < Size.of(1, 5); round++) {
                suite().process("nats").kill();
                suite().process("nats").awaitReady(PATIENCE);
                load.awaitPurchases(1);
            }
            return "killed %d ×".formatted(Size.of(1, 5));
        });
    }

    @Test
    void brokerIsDown() throws Exception {
        survives("nats-server is down for %d s".formatted(AWAY.toSeconds()), load -> {
            var person = Person.signedUp(frontDoor(), journal());
            suite().process("nats").stop(Duration.ZERO);
            try (var _ = Span.of(AWAY)) {
                assertThat(person.lists("Offered meanwhile", "9").status()).isEqualTo(201);
                var signedOut = person.post("/api/users/signout", "{}", "away");
                assertThat(signedOut.status()).isEqualTo(503);
                assertThat(signedOut.headers().firstValue("Retry-After")).isPresent();
            } finally {
                suite().process("nats").start();
            }
            return "tickets could still be listed, only sign-outs got 503";
        });
    }
}
