package dev.ticketing.local.process;

import dev.ticketing.suite.CannotStart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Processes that start together and stop together. */
public final class ProcessGroup {

    /** Without progress: on a busy machine a start takes long. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final Progress progress;
    private boolean stopped;

    public ProcessGroup(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    public Stream<ManagedProcess> processes() {
        return processes.stream();
    }

    /** Refused once stopped: Ctrl-C may come in the middle of a start. */
    public synchronized void start(List<ProcessSpec> specs) {
        if (stopped) {
            throw new CannotStart("stopped while starting");
        }
        for (var spec : specs) {
            var process = new ManagedProcess(spec, folder, line -> progress.say("  " + line));
            processes.add(process);
            process.start();
        }
    }

    /** Reports each as it becomes ready; throws as soon as one cannot. */
    public void awaitReady() {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<Void>(executor);
            processes.forEach(process -> done.submit(() -> awaitReady(process), null));
            for (var i = 0; i < processes.size(); i++) {
                try {
                    done.take().get();
                } catch (ExecutionException e) {
                    executor.shutdownNow();
                    throw CannotStart.because(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted");
        }
    }

    private void awaitReady(ManagedProcess process) {
        progress.ready(process.name(), process.awaitReady(PATIENCE));
    }

    public void stop() {
        stop(GRACE);
    }

    public synchronized void stop(Duration grace) {
        stopped = true;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            processes.forEach(process -> executor.execute(() -> process.stop(grace)));
        }
    }
}
