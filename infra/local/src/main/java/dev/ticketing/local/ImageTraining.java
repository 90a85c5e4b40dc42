package dev.ticketing.local;

import java.nio.file.Path;

/** Records the starts of unpacked images, each with its own JVM, against backing services that live only meanwhile. */
final class ImageTraining {

    private final Path images;
    private final Path java;
    private final ProcessGroup backing;
    private final ProcessGroup training;

    /** The caches are left as {@code start.aot} in {@code images/<module>}. */
    ImageTraining(Path images, Path java) {
        this.images = images.toAbsolutePath();
        this.java = java.toAbsolutePath();
        this.backing = new ProcessGroup(this.images, Progress.console());
        this.training = new ProcessGroup(this.images, Progress.console());
    }

    void run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-training"));
        var options = SuiteOptions.isolated(images);
        var connections = new Connections(options);
        try {
            backing.start(new BackingServices(options, connections).specs());
            backing.awaitReady();
            new Training(training, Progress.console())
                    .run(new Applications(options, connections, module -> image(Path.of(module))));
        } finally {
            stop();
        }
    }

    private Program image(Path module) {
        return new UnpackedImage(java, images.resolve(module.getFileName()));
    }

    private void stop() {
        training.stop();
        backing.stop();
    }
}
