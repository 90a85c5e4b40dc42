package dev.ticketing.local.images;

import dev.ticketing.local.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of a process, if the system reports it (Linux). */
record Memory(String process, String resident) {

    static Memory of(ManagedProcess process) {
        return new Memory(process.name(), resident(Path.of("/proc/%d/status".formatted(process.pid()))));
    }

    private static String resident(Path status) {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }

    @Override
    public String toString() {
        return "%-20s %s resident".formatted(process, resident);
    }
}
