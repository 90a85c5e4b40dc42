package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of an image below a folder of this machine, and the JVM of its base. A cache recorded here holds in the
 * container: the class path differs by its beginning only, and jars have the times and sizes they have there.
 */
record UnpackedImage(Path java, Path folder) implements Program {

    @Override
    public List<String> command() {
        return command("-Xshare:auto");
    }

    @Override
    public boolean hasCache() {
        return Files.exists(cache());
    }

    @Override
    public List<String> trainingCommand() {
        return command("-XX:AOTCacheOutput=" + unfinishedCache());
    }

    private List<String> command(String option) {
        return List.of(
                java.toString(),
                "@" + app().resolve("jvm.flags"),
                option,
                "-cp",
                read("jib-classpath-file").replace("/app/", app() + "/"),
                read("jib-main-class-file"));
    }

    @Override
    public void keepCache() {
        try {
            Files.move(unfinishedCache(), cache());
        } catch (IOException e) {
            throw new CannotStart("cannot keep %s: %s".formatted(cache(), e), e);
        }
    }

    private Path cache() {
        return folder.resolve("start.aot");
    }

    private Path unfinishedCache() {
        return folder.resolve("training.aot");
    }

    private Path app() {
        return folder.resolve("app");
    }

    private String read(String file) {
        try {
            return Files.readString(app().resolve(file)).strip();
        } catch (IOException e) {
            throw new CannotStart("%s is no unpacked image: %s".formatted(folder, e), e);
        }
    }
}
