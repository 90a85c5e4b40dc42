package dev.ticketing.testing.backing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A local nats-server with JetStream in a temporary folder, on a port of its choice. */
final class NatsProcess {

    private NatsProcess() {}

    /** Returns its URL once it is ready; it stops with this JVM. */
    static String start() {
        try {
            var folder = Files.createTempDirectory("ticketing-nats");
            var process = new ProcessBuilder(
                            binary().toString(), "-js", "-sd", folder.toString(), "-a", "127.0.0.1", "-p", "-1")
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
            return "nats://127.0.0.1:" + port(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code NATS_SERVER}, then the PATH, then the binary that {@code ./dev} has fetched for this checkout. */
    private static Path binary() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("NATS_SERVER")).map(Path::of).stream(),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, "nats-server")),
                        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                                .map(folder -> folder.resolve(".local/bin/nats-server")))
                .flatMap(candidates -> candidates)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no nats-server found: ./dev test fetches one"));
    }

    private static String port(Process process) throws IOException {
        var log = process.inputReader();
        @Nullable String port = null;
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("Listening for client connections on")) {
                port = line.substring(line.lastIndexOf(':') + 1).trim();
            }
            if (line.contains("Server is ready")) {
                Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {}));
                return Objects.requireNonNull(port);
            }
        }
        throw new IllegalStateException("nats-server ended with exit code " + process.exitValue());
    }

    private static void stop(Process process, Path folder) {
        process.destroyForcibly();
        try {
            process.onExit().join();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
