package dev.ticketing.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Identifies a process beyond the life of its launcher: by its id and, because ids are reused, its start time. */
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

    /** Ends the processes that an earlier launcher left in this folder, unless their ids now belong to others. */
    static List<String> stopLeftovers(Path folder) {
        var leftovers = leftovers(folder);
        // all are terminated before one is awaited
        leftovers.values().forEach(ProcessHandle::destroy);
        leftovers.values().forEach(PidFile::awaitExit);
        return List.copyOf(leftovers.keySet());
    }

    private static Map<String, ProcessHandle> leftovers(Path folder) {
        var leftovers = new TreeMap<String, ProcessHandle>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.pid")) {
                for (var file : files) {
                    var name = file.getFileName().toString().replace(".pid", "");
                    var pidFile = new PidFile(file);
                    pidFile.find().ifPresent(process -> leftovers.put(name, process));
                    pidFile.delete();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return leftovers;
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

    private static void awaitExit(ProcessHandle process) {
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
