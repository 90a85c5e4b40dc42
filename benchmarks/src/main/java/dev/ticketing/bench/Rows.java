package dev.ticketing.bench;

import dev.ticketing.bench.Door.Account;
import dev.ticketing.bench.measure.ClosedLoop;
import dev.ticketing.bench.measure.ClosedLoop.Operation;
import dev.ticketing.bench.measure.CpuTime;
import dev.ticketing.bench.measure.Load;
import dev.ticketing.bench.measure.Sample;
import dev.ticketing.bench.measure.Wrk;
import dev.ticketing.local.Suite;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows of the benchmark on a running suite. */
final class Rows implements AutoCloseable {

    static final int CONNECTIONS = 32;
    private static final int SIGN_INS_AT_ONCE = 4;
    private static final int RESERVATIONS = 200;
    /** An account may hold this many unpaid reservations. */
    private static final int HOLDS = 20;

    static final int CHAINS = 50;
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Of CPU time in one look; an idle suite takes less. */
    private static final Duration SETTLED = Duration.ofMillis(30);

    private final Suite suite;
    private final Door door;
    private final Floors floors;
    private final Account seller;
    private final Account buyer;
    private final Account loser;
    private final String taken;

    Rows(Suite suite, Path folder, int tickets) throws Exception {
        this.suite = suite;
        this.door = new Door(suite.frontDoor());
        this.seller = door.signUp();
        this.buyer = door.signUp();
        this.loser = door.signUp();
        this.taken = door.list(seller, "Taken");
        door.reserve(buyer, taken);
        for (var i = 0; i < tickets; i++) {
            door.list(seller, "Seat " + i);
        }
        settle();
        this.floors = new Floors(
                suite, folder, door.get("/api/tickets", ""), door.get("/", ""), door.get("/", buyer.session()));
    }

    List<Row> all() {
        return List.of(
                new Row(
                        "list",
                        "`GET /api/tickets`, 20 tickets",
                        get("/api/tickets"),
                        "the bytes",
                        floors.bytes("/list")),
                new Row("page", "`/`, signed out", get("/"), "the bytes", floors.bytes("/page")),
                new Row(
                        "page-signed-in",
                        "`/`, signed in",
                        get("/", "-H", "Cookie: " + buyer.session()),
                        "the bytes",
                        floors.bytes("/signed-in")),
                new Row("sign-in", "sign-in, 4 at once", this::signIns, "`argon2`", floors::argon2),
                new Row("reserve", "reserve 200 distinct tickets", this::reservations, "an insert", floors::inserts),
                new Row(
                        "losers",
                        "409 for a reserved ticket",
                        this::losers,
                        "a failing insert",
                        floors::failingInserts),
                new Row(
                        "reservable",
                        "list a ticket, reserve it at once",
                        this::chains,
                        "insert, publish, deliver, upsert",
                        floors::bareChains));
    }

    /** CPU time per second, and nothing to do. */
    Sample idle(Duration length) throws InterruptedException {
        var before = suiteCpu();
        Thread.sleep(length);
        return new Sample(length.toSeconds(), length, suiteCpu().minus(before), Duration.ZERO, Duration.ZERO);
    }

    long residentMib() {
        return CpuTime.residentMib(suite.pids());
    }

    private Load get(String path, String... more) {
        return length -> Wrk.sample(door.at(path), CONNECTIONS, length, suite.pids(), List.of(more), false);
    }

    private Sample losers(Duration length) throws Exception {
        var script = Files.createTempFile("losers", ".lua");
        Files.writeString(script, """
                wrk.method = "POST"
                wrk.body = '%s'
                wrk.headers["Content-Type"] = "application/json"
                wrk.headers["Cookie"] = "%s"
                """.formatted(Door.order(taken), loser.session()));
        try {
            return Wrk.sample(
                    door.at("/api/orders"), CONNECTIONS, length, suite.pids(), List.of("-s", script.toString()), true);
        } finally {
            Files.delete(script);
        }
    }

    private Sample signIns(Duration length) throws Exception {
        var operations = new ArrayList<Operation>();
        for (var i = 0; i < SIGN_INS_AT_ONCE; i++) {
            var account = door.signUp();
            operations.add(() -> door.signIn(account));
        }
        return new ClosedLoop(this::suiteCpu, ClosedLoop::nothing).repeat(length, operations);
    }

    private Sample reservations(Duration length) throws Exception {
        var operations = new ArrayList<Operation>();
        for (var i = 0; i < RESERVATIONS / HOLDS; i++) {
            var account = door.signUp();
            for (var hold = 0; hold < HOLDS; hold++) {
                var ticket = door.list(seller, "Reserved");
                operations.add(() -> door.reserve(account, ticket));
            }
        }
        settle();
        return new ClosedLoop(this::suiteCpu, this::settle).runAll(CONNECTIONS, operations);
    }

    private Sample chains(Duration length) throws Exception {
        var account = new Account[] {null};
        var operations = new ArrayList<Operation>();
        for (var i = 0; i < CHAINS; i++) {
            if (i % HOLDS == 0) {
                account[0] = door.signUp();
            }
            var own = account[0];
            operations.add(() -> door.reserve(own, door.list(seller, "Fresh")));
        }
        settle();
        return new ClosedLoop(this::suiteCpu, this::settle).runAll(1, operations);
    }

    private Duration suiteCpu() {
        return CpuTime.of(suite.pids());
    }

    /** Waits until the events are handled and nothing moves any more. */
    private void settle() throws InterruptedException {
        var before = suiteCpu();
        for (var used = SETTLED; used.compareTo(SETTLED) >= 0; ) {
            Thread.sleep(LOOK);
            var now = suiteCpu();
            used = now.minus(before);
            before = now;
        }
    }

    @Override
    public void close() throws IOException, JetStreamApiException {
        floors.close();
    }
}
