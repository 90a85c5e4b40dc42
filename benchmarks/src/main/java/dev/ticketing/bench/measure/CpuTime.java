package dev.ticketing.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The CPU time of processes and their descendants, in the kernel's ticks of 10 ms ({@code /proc}, proc(5)). */
public final class CpuTime {

    private static final long TICK_MILLIS = 10;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private CpuTime() {}

    public static Duration of(Collection<Long> processes) {
        return Duration.ofMillis(TICK_MILLIS
                * processes.stream()
                        .flatMap(CpuTime::withDescendants)
                        .mapToLong(id -> ticks(id, USER) + ticks(id, SYSTEM))
                        .sum());
    }

    /** Of all children of this process that have ended. */
    public static Duration ofEndedChildren() {
        var own = ProcessHandle.current().pid();
        return Duration.ofMillis(TICK_MILLIS * (ticks(own, ENDED_CHILDREN_USER) + ticks(own, ENDED_CHILDREN_SYSTEM)));
    }

    public static long residentMib(Collection<Long> processes) {
        return processes.stream()
                        .flatMap(CpuTime::withDescendants)
                        .mapToLong(CpuTime::residentKib)
                        .sum()
                / 1024;
    }

    private static Stream<Long> withDescendants(long id) {
        return Stream.concat(
                Stream.of(id),
                ProcessHandle.of(id).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid));
    }

    private static long ticks(long id, int field) {
        var stat = String.join("", lines(id, "stat"));
        return stat.isEmpty()
                ? 0
                : Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[field]);
    }

    private static long residentKib(long id) {
        return lines(id, "status").stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static List<String> lines(long id, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(id), file));
        } catch (NoSuchFileException ended) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
