package dev.ticketing.bench;

import com.sun.management.OperatingSystemMXBean;
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
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The least that does the work of each row: the same bytes, bare drivers, and native code. */
final class Floors implements AutoCloseable {

    private static final int ARGON2_HASHES = 10;
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Suite suite;
    private final BareChain bare;
    private final URI address;
    private final Process server;

    /** @param list the body of each response */
    Floors(Suite suite, Path folder, String list, String page, String signedIn) throws Exception {
        this.suite = suite;
        this.bare = new BareChain(suite.options().addresses());
        var port = FreePort.find();
        this.address = URI.create("http://localhost:" + port);
        this.server = startServer(folder, port, Map.of("/list", list, "/page", page, "/signed-in", signedIn));
    }

    private Process startServer(Path folder, int port, Map<String, String> bodies) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FloorServer.class.getName(),
                String.valueOf(port)));
        for (var body : bodies.entrySet()) {
            command.add(body.getKey() + "="
                    + Files.writeString(folder.resolve(body.getKey().substring(1)), body.getValue()));
        }
        var log = folder.resolve("floor.log");
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!answers(address.resolve("/list"))) {
            if (!started.isAlive()) {
                throw new IllegalStateException("the floor ended: " + Files.readString(log));
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

    Load bytes(String path) {
        return length ->
                Wrk.sample(address.resolve(path), Rows.CONNECTIONS, length, List.of(server.pid()), List.of(), false);
    }

    Sample argon2(Duration length) throws Exception {
        return new ClosedLoop(CpuTime::ofEndedChildren, ClosedLoop::nothing)
                .runAll(
                        1,
                        Stream.generate(() -> (Operation) Floors::hash)
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

    Sample inserts(Duration length) throws Exception {
        return bareLoop()
                .repeat(
                        length,
                        Stream.generate(() -> (Operation) bare::insert)
                                .limit(Rows.CONNECTIONS)
                                .toList());
    }

    Sample failingInserts(Duration length) throws Exception {
        return bareLoop()
                .repeat(
                        length,
                        Stream.generate(() -> (Operation) bare::insertTaken)
                                .limit(Rows.CONNECTIONS)
                                .toList());
    }

    Sample bareChains(Duration length) throws Exception {
        return bareLoop()
                .runAll(
                        1,
                        Stream.generate(() -> (Operation) bare::roundTrip)
                                .limit(Rows.CHAINS)
                                .toList());
    }

    private ClosedLoop bareLoop() {
        var servers =
                List.of(suite.process("mongodb").pid(), suite.process("nats").pid());
        Supplier<Duration> cpu = () -> CpuTime.of(servers).plus(ownCpu());
        return new ClosedLoop(cpu, ClosedLoop::nothing);
    }

    private static Duration ownCpu() {
        var own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(own.getProcessCpuTime());
    }

    @Override
    public void close() throws IOException, JetStreamApiException {
        server.destroyForcibly();
        bare.close();
    }
}
