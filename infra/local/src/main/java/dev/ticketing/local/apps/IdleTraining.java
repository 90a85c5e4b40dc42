package dev.ticketing.local.apps;

import com.sun.management.OperatingSystemMXBean;
import dev.ticketing.local.backing.BackingServices;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.process.ProcessGroup;
import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Progress;
import dev.ticketing.local.process.Readiness;
import dev.ticketing.local.settings.Connections;
import dev.ticketing.local.settings.Folders;
import dev.ticketing.local.settings.FreePort;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records starts beside a running suite, so that the next start is quick: one application at a time, with low priority,
 * while the machine is otherwise idle, and with separate backing services. It never delays or ends a start: it reports
 * a failure and tries again after the next one.
 */
public final class IdleTraining implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** Above this share of the processors the machine is busy. */
    private static final double BUSY = 0.5;

    private static final Duration WRITING = Duration.ofMinutes(10);

    private static final Duration CLEANING = Duration.ofSeconds(5);

    private static final Set<String> GIVEN = Set.of(
            "MONGODB_URI", "NATS_URL", "NATS_CONFIG", "NATS_USER", "NATS_PASSWORD", "REDIS_URL", "STRIPE_API_BASE");

    private final SuiteOptions options;
    private final Function<String, Program> programs;
    private final Progress progress;
    private final BooleanSupplier idle;
    private final ProcessGroup backing;
    private final Thread thread = Thread.ofVirtual().name("idle-training").unstarted(this::run);
    private @Nullable ManagedProcess recorded;
    private boolean closed;

    public IdleTraining(SuiteOptions suite, Progress progress) {
        this(suite, module -> new Application(suite.home(), module), progress, IdleTraining::isMachineIdle);
    }

    /** @param idle whether there is time for it now */
    public IdleTraining(
            SuiteOptions suite, Function<String, Program> programs, Progress progress, BooleanSupplier idle) {
        this.options = beside(suite);
        this.programs = programs;
        this.progress = progress;
        this.idle = idle;
        this.backing = new ProcessGroup(options.folder(), line -> {});
    }

    public static void stopLeftovers(SuiteOptions suite) {
        ManagedProcess.stopLeftovers(folder(suite).resolve("run"));
    }

    private static Path folder(SuiteOptions suite) {
        return suite.folder().resolve("training");
    }

    /** Training uses the suite's addresses, but its own folder and backing services. */
    private static SuiteOptions beside(SuiteOptions suite) {
        var environment = new HashMap<>(suite.environment());
        environment.keySet().removeAll(GIVEN);
        for (var port : List.of(Port.NATS, Port.MONGODB, Port.REDIS)) {
            environment.put(port.variable(), String.valueOf(FreePort.find()));
        }
        return new SuiteOptions(suite.home(), folder(suite), environment, Map.of(), 1, false, false);
    }

    private static boolean isMachineIdle() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                && system.getCpuLoad() < BUSY;
    }

    public IdleTraining start() {
        thread.start();
        return this;
    }

    private void run() {
        try {
            var untrained = applications(options).untrained().toList();
            if (!untrained.isEmpty()) {
                awaitIdle();
                train(untrained);
            }
        } catch (InterruptedException e) {
            // the end
        } catch (CannotStart | IOException reason) {
            report("quick starts were not recorded", reason);
        }
    }

    private void train(List<Service> untrained) throws InterruptedException, IOException {
        Folders.delete(options.folder());
        backing.start(new BackingServices(options, new Connections(options)).specs());
        backing.awaitReady();
        var trained = new ArrayList<Service>();
        for (var service : untrained) {
            awaitIdle();
            if (train(service)) {
                trained.add(service);
            }
        }
        backing.stop();
        progress.say("  quick starts recorded for %d of %d applications".formatted(trained.size(), untrained.size()));
    }

    private void awaitIdle() throws InterruptedException {
        do {
            Thread.sleep(PAUSE);
        } while (!idle.getAsBoolean());
    }

    private boolean train(Service service) throws InterruptedException {
        var alone = options.with(service.port().variable(), String.valueOf(FreePort.find()));
        var applications = applications(alone);
        var program = applications.program(service);
        program.dropUnfinishedCache();
        var process = started(new ManagedProcess(
                recording(applications.trainingSpec(service), alone.url(service.port())),
                options.folder(),
                line -> {}));
        try {
            process.awaitReady(ProcessGroup.PATIENCE);
            process.stop(WRITING);
            keep(program);
            return true;
        } catch (CannotStart reason) {
            process.stop(Duration.ZERO);
            program.dropUnfinishedCache();
            report("no quick start of " + service.name(), reason);
            return false;
        }
    }

    /** With low priority, and only until it is alive: to be ready it would need the streams of the others. */
    private static ProcessSpec recording(ProcessSpec spec, String url) {
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(spec.command());
        var lives = Readiness.ok(URI.create(url + "/livez"));
        return new ProcessSpec(spec.name(), command, spec.environment(), spec.folder(), lives);
    }

    /** Refused once closed, because Ctrl-C may come at any moment. */
    private synchronized ManagedProcess started(ManagedProcess process) throws InterruptedException {
        if (closed) {
            throw new InterruptedException();
        }
        recorded = process;
        process.start();
        return process;
    }

    /** Not for one that {@link #close} has ended during its write. */
    private synchronized void keep(Program program) {
        if (closed) {
            throw new CannotStart("stopped");
        }
        program.keepCache();
    }

    private Applications applications(SuiteOptions with) {
        return new Applications(with, new Connections(with), programs);
    }

    private synchronized void report(String what, Exception reason) {
        if (!closed) {
            progress.say("  %s: %s; tried again after the next ./dev up".formatted(what, reason.getMessage()));
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (recorded != null) {
                recorded.stop(Duration.ZERO);
            }
        }
        thread.interrupt();
        backing.stop();
        try {
            thread.join(CLEANING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
