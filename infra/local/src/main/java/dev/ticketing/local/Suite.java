package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import dev.ticketing.local.process.ManagedProcess;
import dev.ticketing.local.process.ProcessSpec;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

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
    private DockerServices docker;
    private Rotation rotation;
    private boolean closed;

    private Suite(SuiteOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.lock = SuiteLock.take(options.run());
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
        var leftovers = ManagedProcess.stopLeftovers(options.run());
        if (!leftovers.isEmpty()) {
            progress.say("  stopped what an earlier run left behind: " + String.join(", ", leftovers));
        }
        var connections = new Connections(options);
        var services = new BackingServices(options, connections);
        var apps = new Applications(options, connections);
        services.given().forEach(line -> progress.say("  " + line));
        new PortCheck(options)
                .check(Stream.concat(services.ports(), apps.ports()).toList());
        apps.unpack();
        startBacking(services);
        if (options.training()) {
            new Training(training, progress).run(apps);
        }
        applications.start(apps.specs());
        frontDoor.start(List.of(frontDoorSpec()));
        if (options.instances() > 1) {
            rotation = new Rotation(options, routed().toList());
        }
        applications.awaitReady();
        frontDoor.awaitReady();
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
        return Applications.ROUTED.stream().flatMap(port -> options.instances(port).stream());
    }

    public SuiteOptions options() {
        return options;
    }

    /** Where browsers go. */
    public URI frontDoor() {
        return URI.create(options.url(Port.FRONT_DOOR));
    }

    /** By the name that its log has. */
    public ManagedProcess process(String name) {
        return Stream.of(backing, applications, frontDoor)
                .flatMap(ProcessGroup::processes)
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process is called " + name));
    }

    /** Whether requests may be led to it; without a second instance they always are. */
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
