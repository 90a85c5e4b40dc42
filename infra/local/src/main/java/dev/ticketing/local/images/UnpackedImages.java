package dev.ticketing.local.images;

import dev.ticketing.local.apps.Applications;
import dev.ticketing.local.apps.Training;
import dev.ticketing.local.backing.BackingServices;
import dev.ticketing.local.door.FrontDoor;
import dev.ticketing.local.process.ProcessGroup;
import dev.ticketing.local.process.Progress;
import dev.ticketing.local.settings.Connections;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Starts unpacked images, each with the JVM of its base, against temporary backing services. */
public final class UnpackedImages {

    private final Path images;
    private final Path java;
    private final ProcessGroup backing;
    private final ProcessGroup services;
    private final ProcessGroup frontDoor;

    public UnpackedImages(Path images, Path java) {
        this.images = images.toAbsolutePath();
        this.java = java.toAbsolutePath();
        this.backing = new ProcessGroup(this.images, Progress.console());
        this.services = new ProcessGroup(this.images, Progress.console());
        this.frontDoor = new ProcessGroup(this.images, Progress.console());
    }

    /** Records the starts; leaves the caches as {@code start.aot} in {@code images/<module>}. */
    public void train() {
        var options = SuiteOptions.isolated(images);
        run(options, () -> new Training(services, Progress.console()).run(applications(options)));
    }

    /** Fails unless each of these modules becomes ready with its cache, and the images of the tools work with them. */
    public void check(List<String> modules) {
        var options = SuiteOptions.isolated(images);
        var applications = applications(options.with("JDK_JAVA_OPTIONS", "-XX:AOTMode=on"));
        expectAll(modules, applications);
        run(options, () -> {
            services.start(applications.specs());
            services.awaitReady();
            frontDoor.start(List.of(new FrontDoor(options).spec()));
            frontDoor.awaitReady();
            var tools = new ImageTools(options, this::image);
            tools.listDeadLetters();
            tools.buyATicket();
            services.processes().forEach(process -> System.out.println("  " + Memory.of(process)));
        });
    }

    private static void expectAll(List<String> modules, Applications applications) {
        var declared = new TreeSet<>(modules);
        var known = new TreeSet<>(applications.modules());
        if (!declared.equals(known)) {
            throw new CannotStart("modules with a service image: %s (expected: %s, which this command starts)"
                    .formatted(declared, known));
        }
    }

    private void run(SuiteOptions options, Runnable work) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-images"));
        try {
            backing.start(new BackingServices(options, new Connections(options)).specs());
            backing.awaitReady();
            work.run();
        } finally {
            stop();
        }
    }

    private Applications applications(SuiteOptions options) {
        return new Applications(options, new Connections(options), this::image);
    }

    private UnpackedImage image(String module) {
        return new UnpackedImage(java, images.resolve(Path.of(module).getFileName()));
    }

    private void stop() {
        frontDoor.stop();
        services.stop();
        backing.stop();
    }
}
