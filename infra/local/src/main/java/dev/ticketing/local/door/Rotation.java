package dev.ticketing.local.door;

import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.Instance;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Keeps instances that are not ready out of the front door's rotation, as the endpoints of a Kubernetes Service do. It
 * polls each instance, and creates a file for those that are not ready, which nginx checks at every request.
 */
public final class Rotation implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final SuiteOptions options;
    private final Path folder;
    private final List<Thread> watches;
    private volatile boolean closed;

    public Rotation(SuiteOptions options, List<Instance> instances) {
        this.options = options;
        this.folder = FrontDoor.outOfRotation(options);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotStart("cannot create %s: %s".formatted(folder, e), e);
        }
        watches = instances.stream()
                .map(instance ->
                        Thread.ofVirtual().name("rotation-" + instance.name()).start(() -> watch(instance)))
                .toList();
    }

    private void watch(Instance instance) {
        var readiness = Readiness.ok(URI.create(options.url(instance) + "/readyz"), TIMEOUT);
        var out = folder.resolve(instance.name());
        try {
            while (!closed) {
                note(out, isReady(readiness));
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            // the end
        } catch (IOException e) {
            throw new CannotStart("cannot write %s: %s".formatted(out, e), e);
        }
    }

    private static boolean isReady(Readiness readiness) throws InterruptedException {
        try {
            return readiness.answers();
        } catch (IOException e) {
            return false;
        }
    }

    private static void note(Path out, boolean ready) throws IOException {
        if (ready) {
            Files.deleteIfExists(out);
        } else if (!Files.exists(out)) {
            Files.createFile(out);
        }
    }

    @Override
    public void close() {
        closed = true;
        watches.forEach(Thread::interrupt);
    }
}
