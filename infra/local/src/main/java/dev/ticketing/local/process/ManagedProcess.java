package dev.ticketing.local.process;

import dev.ticketing.suite.CannotStart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One process of the suite. Once it has been ready it is kept alive: when it dies it is started again, as in
 * Kubernetes, after a pause that doubles with every death in a row.
 */
public final class ManagedProcess {

    private final ProcessSpec spec;
    private final LogFile log;
    private final PidFile pidFile;
    private final ReadyLog readyLog;
    private final Consumer<String> report;

    private @Nullable Process process;
    private @Nullable Instant started;
    private boolean wanted;
    private boolean wasReady;
    private final Backoff backoff = new Backoff();
    private CompletableFuture<Duration> ready = new CompletableFuture<>();

    /** Logs to {@code <folder>/logs/<name>.log}, stores its process id in {@code <folder>/run}. */
    public ManagedProcess(ProcessSpec spec, Path folder, Consumer<String> report) {
        this.spec = spec;
        this.log = new LogFile(folder.resolve("logs").resolve(spec.name() + ".log"));
        this.pidFile = new PidFile(folder.resolve("run").resolve(spec.name() + ".pid"));
        this.readyLog = new ReadyLog(folder.resolve("run").resolve("ready.log"));
        this.report = report;
    }

    /** Ends the processes that a killed launcher left running; returns their names. */
    public static List<String> stopLeftovers(Path run) {
        return PidFile.stopLeftovers(run);
    }

    public String name() {
        return spec.name();
    }

    public Path log() {
        return log.path();
    }

    private Process process() {
        return Objects.requireNonNull(process, "not started");
    }

    public synchronized long pid() {
        return process().pid();
    }

    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Starts it unless it runs. */
    public synchronized void start() {
        wanted = true;
        if (isAlive()) {
            return;
        }
        forgetReadiness();
        launch();
    }

    private void launch() {
        started = Instant.now();
        var builder = new ProcessBuilder(spec.command()).directory(spec.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(spec.environment());
        builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
        try {
            Files.createDirectories(log.path().getParent());
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
            process = builder.start();
        } catch (IOException e) {
            throw new CannotStart(name() + " cannot be started: " + e.getMessage(), e);
        }
        pidFile.write(process.toHandle());
        var current = process;
        current.onExit().thenAccept(this::exited);
        Thread.ofVirtual().name(name() + "-readiness").start(() -> watch(current));
    }

    private void watch(Process current) {
        try {
            while (current.isAlive() && !answers()) {
                Thread.sleep(Duration.ofMillis(50));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (current.isAlive()) {
            becameReady(current);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return spec.readiness().answers();
        } catch (IOException notYet) {
            return false;
        }
    }

    private synchronized void becameReady(Process current) {
        if (current != process) {
            return;
        }
        var took = Duration.between(started, Instant.now());
        if (wasReady && !ready.isDone()) {
            report.accept("%s is back after %.1f s".formatted(name(), took.toMillis() / 1000.0));
        }
        wasReady = true;
        readyLog.add(name());
        ready.complete(took);
    }

    private synchronized void exited(Process dead) {
        if (dead != process) {
            return;
        }
        pidFile.delete();
        if (!wanted) {
            return;
        }
        if (!wasReady) {
            wanted = false;
            ready.completeExceptionally(new CannotStart("%s ended with exit code %d while starting: %s (log: %s)"
                    .formatted(name(), dead.exitValue(), log.lastMeaningfulLine(), log.path())));
            return;
        }
        restartLater(dead.exitValue());
    }

    private void restartLater(int exitCode) {
        var pause = backoff.afterLiving(Duration.between(started, Instant.now()));
        report.accept("%s died (exit code %d), starting it again in %.1f s (log: %s)"
                .formatted(name(), exitCode, pause.toMillis() / 1000.0, log.path()));
        forgetReadiness();
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::restart);
    }

    private void forgetReadiness() {
        if (ready.isDone()) {
            ready = new CompletableFuture<>();
        }
    }

    private synchronized void restart() {
        if (wanted && !process().isAlive()) {
            launch();
        }
    }

    /**
     * Waits until it is ready (again) and returns the duration of its latest start; throws if it dies before, or if it
     * has made no progress for this long.
     */
    public Duration awaitReady(Duration patience) {
        CompletableFuture<Duration> awaited;
        synchronized (this) {
            awaited = ready;
        }
        var bound = new Patience(patience, this::cpu);
        try {
            return bound.await(awaited);
        } catch (TimeoutException e) {
            throw new CannotStart("%s is not ready after %d s: %s (log: %s)"
                    .formatted(name(), bound.spent().toSeconds(), log.lastMeaningfulLine(), log.path()));
        } catch (ExecutionException e) {
            throw CannotStart.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting for " + name());
        }
    }

    /** Whether it is ready at the moment: it may be alive and lack a dependency. */
    public boolean isReady() {
        try {
            return isAlive() && answers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Duration cpu() {
        return process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** {@code kill -9}; it restarts by itself. */
    public void kill() {
        Process victim;
        synchronized (this) {
            victim = process();
            forgetReadiness();
        }
        victim.destroyForcibly();
        victim.onExit().join();
    }

    /** Terminates it, and kills it after the grace period. It stays down until {@link #start}. */
    public void stop(Duration grace) {
        Process leaving;
        synchronized (this) {
            wanted = false;
            leaving = process;
        }
        if (leaving == null) {
            return;
        }
        leaving.destroy();
        try {
            leaving.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception stubborn) {
            leaving.descendants().forEach(ProcessHandle::destroyForcibly);
            leaving.destroyForcibly();
            leaving.onExit().join();
        }
        pidFile.delete();
    }
}
