package dev.ticketing.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.Service;
import dev.ticketing.systemtests.Person;
import dev.ticketing.testing.network.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DatabaseFaultsIT extends Fault {

    private static final Duration AWAY = Size.of(Duration.ofSeconds(8), Duration.ofSeconds(30));
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final List<String> SERVICES = Service.all().stream()
            .filter(service -> service.database().isPresent())
            .map(Service::name)
            .toList();

    private final Map<String, Proxy> database = new HashMap<>();

    @Override
    SuiteOptions prepared(SuiteOptions options) {
        var prepared = options.with("RESERVATION_WINDOW", "PT60S"); // to buy in while everything is slow
        for (var service : SERVICES) {
            database.put(service, Proxy.to(port(options, "MONGODB_PORT")));
            prepared = prepared.with(
                    service,
                    "MONGODB_URI",
                    "mongodb://localhost:" + database.get(service).port());
        }
        return prepared;
    }

    @AfterAll
    void closeProxies() {
        database.values().forEach(Proxy::close);
    }

    @Test
    void databaseIsDown() throws Exception {
        survives("MongoDB is down for %d s".formatted(AWAY.toSeconds()), load -> {
            var visit = new Visit(frontDoor(), journal());
            suite().process("mongodb").stop(Duration.ZERO);
            try (var _ = Span.of(AWAY)) {
                visit.everyRouteIsUnavailable();
            } finally {
                suite().process("mongodb").start();
            }
            return "every route answered 503 with Retry-After";
        });
    }

    @Test
    void databaseHangs() throws Exception {
        survives("MongoDB hangs (SIGSTOP) for %d s".formatted(2 * AWAY.toSeconds()), load -> {
            var visit = new Visit(frontDoor(), journal());
            try (var _ = Frozen.freeze(List.of(suite().process("mongodb")));
                    var _ = Span.of(AWAY.multipliedBy(2))) {
                visit.everyRouteIsUnavailable();
            }
            nothingCouldBeOnTimeUntilNow();
            return "every route answered 503 with Retry-After";
        });
    }

    @Test
    void databaseIsSlow() throws Exception {
        survives("every response of MongoDB takes 2 s", load -> {
            var buyer = Person.signedUp(frontDoor(), journal());
            database.values().forEach(proxy -> proxy.slowDown(SLOW));
            try {
                for (var round = 0; round < Size.of(1, 5); round++) {
                    assertThat(buyer.lists("Slowly", "5").status()).isEqualTo(201);
                }
            } finally {
                database.values().forEach(proxy -> proxy.slowDown(Duration.ZERO));
            }
            nothingCouldBeOnTimeUntilNow();
            return "tickets could still be listed";
        });
    }

    /**
     * For the checker, this restarts the database: an expiry queries it three times in sequence. If each takes two
     * seconds, that is six, and the limit is five.
     */
    private void nothingCouldBeOnTimeUntilNow() {
        suite().options().readyLog().add("mongodb");
    }
}
