package dev.ticketing.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One line per process start, so that lateness can be judged against downtime. */
public record ReadyLog(Path file) {

    /** The process is ready now. */
    public void add(String process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "%s %s%n".formatted(Instant.now(), process),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When these became ready, oldest first; empty if there is no record. */
    public List<Instant> of(Set<String> processes) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split(" "))
                            .filter(line -> line.length == 2 && processes.contains(line[1]))
                            .map(line -> Instant.parse(line[0]))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
