package dev.ticketing.systemtests.faults;

import dev.ticketing.local.process.ManagedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Processes that are suspended until they are resumed (SIGSTOP, SIGCONT): connections stay open, and nothing responds.
 */
public record Frozen(List<Long> ids) implements AutoCloseable {

    public static Frozen freeze(List<ManagedProcess> processes) {
        var frozen = new Frozen(processes.stream().map(ManagedProcess::pid).toList());
        frozen.signal("-STOP");
        return frozen;
    }

    @Override
    public void close() {
        signal("-CONT");
    }

    private void signal(String signal) {
        for (var id : ids) {
            try {
                new ProcessBuilder("kill", signal, String.valueOf(id)).start().waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
