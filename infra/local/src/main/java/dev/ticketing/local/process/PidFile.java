package dev.ticketing.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers a process beyond the life of its launcher: its id and, because ids are used again, when it started.
 */
record PidFile(Path path) {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    void write(ProcessHandle process) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + " " + started.toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what an earlier launcher left behind in this folder, if it is still that process. */
    static List<String> stopLeftovers(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(folder, "*.pid")) {
            var stopped = new ArrayList<String>();
            for (var file : files) {
                if (new PidFile(file).stopLeftover()) {
                    stopped.add(file.getFileName().toString().replace(".pid", ""));
                }
            }
            return stopped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean stopLeftover() {
        var process = find();
        process.ifPresent(PidFile::stop);
        delete();
        return process.isPresent();
    }

    private Optional<ProcessHandle> find() {
        try {
            var words = Files.readString(path).strip().split(" ");
            var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(Long.parseLong(words[0])).filter(process -> startedAt(process, started));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, started).abs().compareTo(TOLERANCE) < 0)
                .orElse(false);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop process " + process.pid(), e);
        }
    }
}
