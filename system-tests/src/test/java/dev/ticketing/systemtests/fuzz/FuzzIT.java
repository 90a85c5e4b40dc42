package dev.ticketing.systemtests.fuzz;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketing.systemtests.Person;
import dev.ticketing.systemtests.Story;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ./dev fuzz --requests N --seed S}; one seed always produces the same requests. */
class FuzzIT extends Story {

    private static final int AT_ONCE = 16;
    private static final int SHOWN = 10;

    private final int number = Integer.getInteger("fuzz.requests", 20_000);
    private final long seed = Optional.ofNullable(Long.getLong("fuzz.seed")).orElseGet(FuzzIT::anySeed);

    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
    private final Verdict verdict = new Verdict(ordinaryAnswers());

    private static String ordinaryAnswers() {
        var stranger = Person.stranger(frontDoor());
        return Stream.of("/", "/auth/signin", "/nowhere", "/api/tickets", "/api/nowhere")
                .map(stranger::get)
                .map(answer -> answer.headers() + answer.body())
                .collect(joining("\n"));
    }

    /** The tests of a change always send the same requests; {@code ./dev fuzz} searches for new ones. */
    private static long anySeed() {
        return System.getProperty("fuzz.requests") == null
                ? 175_369
                : RandomGenerator.getDefault().nextLong(1_000_000);
    }

    @Test
    void everyResponseFollowsOurRules() throws InterruptedException {
        var person = Person.signedUp(frontDoor());
        var ticket = person.lists("Front row", "20.00").id();
        var other = Person.signedUp(frontDoor()).lists("Back row", "10.00").id();
        var order = person.orders(other).id();
        var requests = new Requests(
                seed,
                frontDoor().getAuthority(),
                person.cookie(),
                List.of(ticket, other, order, "5f0000000000000000000001", "x", "-"));

        sendAll(requests);

        System.out.printf("fuzz: seed %d, %d requests, answers %s%n", seed, number, new TreeMap<>(statuses));
        assertThat(violations.stream().limit(SHOWN))
                .as("%d violations, seed %d", violations.size(), seed)
                .isEmpty();
        assertThat(statuses.keySet()).contains(200, 400, 404);
    }

    private void sendAll(Requests requests) throws InterruptedException {
        var next = new AtomicInteger();
        try (var clients = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var client = 0; client < AT_ONCE; client++) {
                clients.submit(() -> {
                    for (var at = next.getAndIncrement(); at < number; at = next.getAndIncrement()) {
                        judge(at, Exchange.with(frontDoor(), requests.make(at)));
                    }
                });
            }
        }
    }

    private void judge(int at, Exchange exchange) {
        statuses.computeIfAbsent(exchange.status(), status -> new LongAdder()).increment();
        verdict.on(exchange)
                .ifPresent(wrong -> violations.add("#%d %s%n%s%n→ %s"
                        .formatted(
                                at,
                                wrong,
                                exchange.request(),
                                exchange.answer().lines().limit(30).toList())));
    }
}
