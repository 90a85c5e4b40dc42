package dev.ticketing.local.apps;

import dev.ticketing.local.process.ProcessGroup;
import dev.ticketing.local.process.Progress;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Runs every application once until it is ready, so that the JVM can record the data for later starts. */
public final class Training {

    /** Writing a cache takes a whole core and up to a gigabyte for some seconds. */
    private static final int WRITERS = 2;

    /** On a busy machine those seconds become minutes. */
    private static final Duration WRITING = Duration.ofMinutes(20);

    private final ProcessGroup group;
    private final Progress progress;

    public Training(ProcessGroup group, Progress progress) {
        this.group = group;
        this.progress = progress;
    }

    public void run(Applications applications) {
        var specs = applications.trainingSpecs();
        if (specs.isEmpty()) {
            return;
        }
        progress.say("Recording quick starts of %d applications (only after a change) …".formatted(specs.size()));
        group.start(specs);
        group.awaitReady();
        writeCaches();
        applications.keepCaches();
    }

    private void writeCaches() {
        try (var executor = Executors.newFixedThreadPool(WRITERS)) {
            group.processes().forEach(process -> executor.execute(() -> process.stop(WRITING)));
        }
    }
}
