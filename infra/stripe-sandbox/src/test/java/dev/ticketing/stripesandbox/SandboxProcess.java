package dev.ticketing.stripesandbox;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** A sandbox in a separate process, so that it can be killed. */
final class SandboxProcess {

    private static final Duration START = Duration.ofSeconds(90);

    private SandboxProcess() {}

    static Process start(Map<String, String> environment, Path output) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StripeSandboxApplication.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Sandbox awaitReady(int port) {
        var sandbox = Sandbox.at(port);
        await().atMost(START)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> sandbox.get("/readyz").statusCode() == 200);
        return sandbox;
    }

    /** Below those that systems give to outgoing connections: nobody takes it until the server listens there. */
    static int freePort() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 20_000))
                .filter(SandboxProcess::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
