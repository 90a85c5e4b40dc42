package dev.ticketing.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** When which process was ready, a line each: whoever judges how late something was knows who was away till then. */
public record ReadyLog(Path file) {

    /** It is ready now, whoever says so. */
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

    /** When one of these became ready, oldest first; empty when nobody has kept it. */
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
