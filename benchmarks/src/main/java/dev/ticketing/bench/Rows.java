package dev.ticketing.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.ticketing.bench.Door.Account;
import dev.ticketing.bench.measure.ClosedLoop;
import dev.ticketing.bench.measure.ClosedLoop.Operation;
import dev.ticketing.bench.measure.CpuTime;
import dev.ticketing.bench.measure.Load;
import dev.ticketing.bench.measure.Sample;
import dev.ticketing.bench.measure.Wrk;
import dev.ticketing.local.Suite;
import dev.ticketing.local.settings.FreePort;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is measured, on a running suite. */
final class Rows implements AutoCloseable {

    private static final int CONNECTIONS = 32;
    private static final int SIGN_INS_AT_ONCE = 4;
    private static final int RESERVATIONS = 200;
    /** An account may hold this many unpaid reservations. */
    private static final int HOLDS = 20;

    private static final int CHAINS = 50;
    private static final int ARGON2_HASHES = 10;
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Of CPU time in one look; an idle suite takes less. */
    private static final Duration SETTLED = Duration.ofMillis(30);

    private final Suite suite;
    private final Door door;
    private final BareChain bare;
    private final Account seller;
    private final Account buyer;
    private final Account loser;
    private final String taken;
    private final URI floorAddress;
    private final Process floor;

    Rows(Suite suite, Path folder, int tickets) throws Exception {
        this.suite = suite;
        this.door = new Door(suite.frontDoor());
        this.bare = new BareChain(suite.options().addresses());
        this.seller = door.signUp();
        this.buyer = door.signUp();
        this.loser = door.signUp();
        this.taken = door.list(seller, "Taken");
        door.reserve(buyer, taken);
        for (var i = 0; i < tickets; i++) {
            door.list(seller, "Seat " + i);
        }
        settle();
        var port = FreePort.find();
        this.floorAddress = URI.create("http://localhost:" + port);
        this.floor = startFloor(folder, port);
    }

    private Process startFloor(Path folder, int port) throws Exception {
        var list = Files.writeString(folder.resolve("list"), door.get("/api/tickets", ""));
        var page = Files.writeString(folder.resolve("page"), door.get("/", ""));
        var signedIn = Files.writeString(folder.resolve("signed-in"), door.get("/", buyer.session()));
        var started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FloorServer.class.getName(),
                        String.valueOf(port),
                        "/list=" + list,
                        "/page=" + page,
                        "/signed-in=" + signedIn)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("floor.log").toFile())
                .start();
        while (!answers(floorAddress.resolve("/list"))) {
            if (!started.isAlive()) {
                throw new IllegalStateException("the floor ended: " + Files.readString(folder.resolve("floor.log")));
            }
        }
        return started;
    }

    private static boolean answers(URI address) throws InterruptedException {
        try {
            new Door(address).get(address.getPath(), "");
            return true;
        } catch (IOException notYet) {
            Thread.sleep(LOOK);
            return false;
        }
    }

    List<Row> all() {
        return List.of(
                new Row("list", "`GET /api/tickets`, 20 tickets", get("/api/tickets"), "the bytes", bytes("/list")),
                new Row("page", "`/`, signed out", get("/"), "the bytes", bytes("/page")),
                new Row(
                        "page-signed-in",
                        "`/`, signed in",
                        get("/", "-H", "Cookie: " + buyer.session()),
                        "the bytes",
                        bytes("/signed-in")),
                new Row("sign-in", "sign-in, 4 at once", this::signIns, "`argon2`", this::argon2),
                new Row("reserve", "reserve 200 distinct tickets", this::reservations, "an insert", this::inserts),
                new Row("losers", "409 for a reserved ticket", this::losers, "a failing insert", this::failingInserts),
                new Row(
                        "reservable",
                        "list a ticket, reserve it at once",
                        this::chains,
                        "insert, publish, deliver, upsert",
                        this::bareChains));
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
        return length -> wrk(door.at(path), length, suite.pids(), List.of(more), false);
    }

    private Load bytes(String path) {
        return length -> wrk(floorAddress.resolve(path), length, List.of(floor.pid()), List.of(), false);
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
            return wrk(door.at("/api/orders"), length, suite.pids(), List.of("-s", script.toString()), true);
        } finally {
            Files.delete(script);
        }
    }

    private static Sample wrk(URI address, Duration length, List<Long> pids, List<String> more, boolean refused)
            throws IOException, InterruptedException {
        var before = CpuTime.of(pids);
        var result = Wrk.run(address, CONNECTIONS, length, more);
        if (result.refused() != (refused ? result.requests() : 0)) {
            throw new IllegalStateException(
                    "%s refused %d of %d requests".formatted(address, result.refused(), result.requests()));
        }
        return new Sample(result.requests(), length, CpuTime.of(pids).minus(before), result.p50(), result.p99());
    }

    private Sample signIns(Duration length) throws Exception {
        var operations = new ArrayList<Operation>();
        for (var i = 0; i < SIGN_INS_AT_ONCE; i++) {
            var account = door.signUp();
            operations.add(() -> door.signIn(account));
        }
        return new ClosedLoop(this::suiteCpu, Rows::nothing).repeat(length, operations);
    }

    private Sample argon2(Duration length) throws Exception {
        return new ClosedLoop(CpuTime::ofEndedChildren, Rows::nothing)
                .runAll(
                        1,
                        Stream.generate(() -> (Operation) Rows::hash)
                                .limit(ARGON2_HASHES)
                                .toList());
    }

    /** With the parameters of auth-service (ADR 8). */
    private static void hash() throws Exception {
        var argon2 = new ProcessBuilder(
                        "argon2", "sixteen bytes ok", "-id", "-k", "19456", "-t", "2", "-p", "1", "-l", "32", "-r")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var password = argon2.getOutputStream()) {
            password.write("correct horse battery".getBytes(StandardCharsets.UTF_8));
        }
        if (argon2.waitFor() != 0) {
            throw new IllegalStateException("argon2 failed");
        }
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

    private Sample inserts(Duration length) throws Exception {
        return bareLoop()
                .repeat(
                        length,
                        Stream.generate(() -> (Operation) bare::insert)
                                .limit(CONNECTIONS)
                                .toList());
    }

    private Sample failingInserts(Duration length) throws Exception {
        return bareLoop()
                .repeat(
                        length,
                        Stream.generate(() -> (Operation) bare::insertTaken)
                                .limit(CONNECTIONS)
                                .toList());
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

    private Sample bareChains(Duration length) throws Exception {
        return bareLoop()
                .runAll(
                        1,
                        Stream.generate(() -> (Operation) bare::roundTrip)
                                .limit(CHAINS)
                                .toList());
    }

    private ClosedLoop bareLoop() {
        var servers =
                List.of(suite.process("mongodb").pid(), suite.process("nats").pid());
        Supplier<Duration> cpu = () -> CpuTime.of(servers).plus(ownCpu());
        return new ClosedLoop(cpu, Rows::nothing);
    }

    private static Duration ownCpu() {
        var own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(own.getProcessCpuTime());
    }

    private Duration suiteCpu() {
        return CpuTime.of(suite.pids());
    }

    private static void nothing() {}

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
        floor.destroyForcibly();
        bare.close();
    }
}
