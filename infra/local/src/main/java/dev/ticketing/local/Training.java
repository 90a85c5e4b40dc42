package dev.ticketing.local;

import java.time.Duration;
import java.util.concurrent.Executors;

/** Runs every application once until it is ready, so that the JVM can record what the later starts need. */
final class Training {

    /** Writing a cache takes a whole core and up to a gigabyte for some seconds. */
    private static final int WRITERS = 2;

    private static final Duration WRITING = Duration.ofMinutes(2);

    private final ProcessGroup group;
    private final Progress progress;

    Training(ProcessGroup group, Progress progress) {
        this.group = group;
        this.progress = progress;
    }

    void run(Applications applications) {
        var specs = applications.trainingSpecs();
        if (specs.isEmpty()) {
            return;
        }
        progress.say("Preparing quick starts of %d applications (only after a change) …".formatted(specs.size()));
        group.start(specs);
        group.awaitReady();
        writeCaches();
        applications.keepCaches();
        progress.say("Starting …");
    }

    private void writeCaches() {
        try (var executor = Executors.newFixedThreadPool(WRITERS)) {
            group.processes().forEach(process -> executor.execute(() -> process.stop(WRITING)));
        }
    }
}
