package dev.ticketing.local;

import dev.ticketing.local.apps.Applications;
import dev.ticketing.local.apps.IdleTraining;
import dev.ticketing.local.apps.Training;
import dev.ticketing.local.backing.BackingServices;
import dev.ticketing.local.backing.DockerServices;
import dev.ticketing.local.door.FrontDoor;
import dev.ticketing.local.door.Rotation;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.process.ProcessGroup;
import dev.ticketing.local.process.ProcessSpec;
import dev.ticketing.local.process.Progress;
import dev.ticketing.local.settings.Connections;
import dev.ticketing.local.settings.Instance;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import dev.ticketing.suite.Port;
import dev.ticketing.suite.Service;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The running suite. {@link #start} returns when everything is ready, or throws {@link CannotStart} and leaves nothing
 * behind; {@link #close} stops it from the front door to the databases and keeps the data.
 */
public final class Suite implements AutoCloseable {

    private final SuiteOptions options;
    private final Progress progress;
    private final SuiteLock lock;
    private final ProcessGroup backing;
    private final ProcessGroup training;
    private final ProcessGroup applications;
    private final ProcessGroup frontDoor;
    private @Nullable DockerServices docker;
    private @Nullable Rotation rotation;
    private boolean closed;

    private Suite(SuiteOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.lock = SuiteLock.take(options.run(), options.url(Port.FRONT_DOOR));
        this.backing = new ProcessGroup(options.folder(), progress);
        this.training = new ProcessGroup(options.folder(), progress);
        this.applications = new ProcessGroup(options.folder(), progress);
        this.frontDoor = new ProcessGroup(options.folder(), progress);
    }

    public static Suite start(SuiteOptions options) {
        return start(options, Progress.console());
    }

    public static Suite start(SuiteOptions options, Progress progress) {
        var suite = new Suite(options, progress);
        var emergency = new Thread(suite::close, "stop-suite");
        Runtime.getRuntime().addShutdownHook(emergency);
        try {
            suite.start();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    private void start() {
        IdleTraining.stopLeftovers(options);
        var leftovers = ManagedProcess.stopLeftovers(options.run());
        if (!leftovers.isEmpty()) {
            progress.say("  stopped processes of an earlier run: " + String.join(", ", leftovers));
        }
        var connections = new Connections(options);
        var services = new BackingServices(options, connections);
        var apps = new Applications(options, connections);
        services.given().forEach(line -> progress.say("  " + line));
        new PortCheck(options)
                .check(Stream.concat(services.ports(), apps.ports()).toList());
        apps.unpack(progress);
        progress.say("Starting …");
        startBacking(services);
        if (options.training()) {
            train(apps);
        }
        applications.start(apps.specs());
        frontDoor.start(List.of(frontDoorSpec()));
        if (options.instances() > 1) {
            rotation = new Rotation(options, routed().toList());
        }
        applications.awaitReady();
        frontDoor.awaitReady();
    }

    /** A suite that starts slowly is better than none. */
    private void train(Applications apps) {
        try {
            new Training(training, progress).run(apps);
        } catch (CannotStart reason) {
            training.stop(Duration.ZERO);
            progress.say("  quick starts were not recorded: " + reason.getMessage());
        }
    }

    private void startBacking(BackingServices services) {
        if (options.docker()) {
            docker = new DockerServices(options);
            docker.start(services.ports().map(Port::owner).toList());
        } else {
            backing.start(services.specs());
            backing.awaitReady();
        }
    }

    private ProcessSpec frontDoorSpec() {
        return new FrontDoor(options).spec();
    }

    private Stream<Instance> routed() {
        return Service.routed().stream().flatMap(service -> options.instances(service).stream());
    }

    public SuiteOptions options() {
        return options;
    }

    /** The address for browsers. */
    public URI frontDoor() {
        return URI.create(options.url(Port.FRONT_DOOR));
    }

    /** By the name of its log. */
    public ManagedProcess process(String name) {
        return processes()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process has the name " + name));
    }

    /** Of all its processes. */
    public List<Long> pids() {
        return processes().map(ManagedProcess::pid).toList();
    }

    private Stream<ManagedProcess> processes() {
        return Stream.of(backing, applications, frontDoor).flatMap(ProcessGroup::processes);
    }

    /**
     * Whether every process is ready at the moment. After an outage of one, its dependents may notice its return late:
     * their next response is an error.
     */
    public boolean isReady() {
        return processes().allMatch(ManagedProcess::isReady);
    }

    /** Whether the front door routes requests to it; without a second instance it always does. */
    public boolean isInRotation(String process) {
        return !Files.exists(FrontDoor.outOfRotation(options).resolve(process));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (rotation != null) {
            rotation.close();
        }
        frontDoor.stop();
        training.stop();
        applications.stop();
        backing.stop();
        if (docker != null) {
            docker.stop();
        }
        lock.close();
    }
}
