package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.local.settings.SuiteOptions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With two instances of every service. */
class InstanceFaultsIT extends Fault {

    private static final List<String> SERVICES = List.of(
            "orders-service", "payments-service", "tickets-service", "expiration-service", "auth-service", "client");
    /** Longer than the server waits for an ack. */
    private static final Duration LONGER_THAN_THE_ACK_WAIT = Duration.ofSeconds(14);

    private static final Duration GRACE = Duration.ofSeconds(60);

    @Override
    SuiteOptions prepared(SuiteOptions options) {
        return options.withInstances(2).with("PRE_STOP_DELAY", "PT3S");
    }

    @Test
    void oneOfTwoIsFrozenLongerThanTheAckWait() throws Exception {
        survives(
                "one of two instances is frozen (SIGSTOP) for 14 s (the ack wait is 10 s), then resumed (SIGCONT)",
                load -> {
                    var groups = Size.of(
                            List.of(SERVICES.subList(0, 4)),
                            SERVICES.subList(0, 4).stream().map(List::of).toList());
                    for (var services : groups) {
                        var before = load.statistics().purchases();
                        try (var _ = Frozen.freeze(
                                services.stream().map(suite()::process).toList())) {
                            try (var _ = Span.of(LONGER_THAN_THE_ACK_WAIT)) {
                                load.awaitPurchases(1);
                            }
                        }
                        assertThat(load.statistics().purchases()).isGreaterThan(before);
                        services.forEach(this::awaitRotation);
                    }
                    return "the other instances continued: people bought meanwhile";
                });
    }

    @Test
    void oneOfTwoIsKilled() throws Exception {
        survives("one of two instances of each service is killed (SIGKILL)", load -> {
            for (var service : SERVICES) {
                suite().process(service).kill();
                load.awaitPurchases(1);
            }
            SERVICES.forEach(this::awaitRotation);
            return "people bought meanwhile";
        });
    }

    @Test
    void rollingRestart() throws Exception {
        var services = Size.of(List.of("orders-service"), SERVICES);
        survives("rolling restart (SIGTERM) of %s".formatted(String.join(", ", services)), load -> {
            var before = load.statistics().failed();
            services.stream()
                    .flatMap(service -> Stream.of(service, service + "-2"))
                    .forEach(this::restart);
            assertThat(load.statistics().failed()).isEqualTo(before);
            return "no request failed";
        });
    }

    private void restart(String process) {
        suite().process(process).stop(GRACE);
        suite().process(process).start();
        awaitRotation(process);
        Outcomes.progress("  %s restarted", process);
    }

    private void awaitRotation(String process) {
        suite().process(process).awaitReady(PATIENCE);
        eventually().until(() -> suite().isInRotation(process));
    }
}
