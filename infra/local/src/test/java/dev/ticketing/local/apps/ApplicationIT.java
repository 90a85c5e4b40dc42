package dev.ticketing.local.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that ends at once, unpacked in a folder with a space. */
class ApplicationIT {

    private static final String JAR = "ends-1.0.0-SNAPSHOT.jar";

    @TempDir
    Path temporary;

    private Path home;
    private Application application;

    @BeforeEach
    void unpack() throws IOException {
        home = temporary.resolve("with space");
        application = new Application(home, "ends");
        Files.createDirectories(home.resolve("infra/local"));
        Files.writeString(home.resolve("infra/local/jvm.flags"), "-XX:+UseSerialGC\n");
        Files.createDirectories(home.resolve("ends/target"));
        Files.createFile(home.resolve("ends/target").resolve(JAR));
        Files.createDirectories(application.folder());
        writeJar(application.folder().resolve(JAR));
    }

    private static void writeJar(Path file) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, Ends.class.getName());
        var entry = Ends.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var bytes = Ends.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
    }

    /** The program. */
    static final class Ends {
        public static void main(String[] args) {
            System.out.println("started");
        }
    }

    private void train() throws IOException, InterruptedException {
        var exit = new ProcessBuilder(application.trainingCommand())
                .directory(application.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("log").toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(temporary.resolve("log"))).isZero();
    }

    private Path unfinished() {
        return application.folder().resolve("ends.training.aot");
    }

    @Test
    void completeCacheIsKeptAndUsed() throws Exception {
        train();

        application.keepCache();

        assertThat(application.hasCache()).isTrue();
        assertThat(unfinished()).doesNotExist();
        assertThat(application.command()).contains("-XX:AOTCache=ends.aot");
    }

    @Test
    void interruptedTrainingLeavesNothingBehind() throws Exception {
        Files.createDirectories(application.folder());
        Files.writeString(unfinished(), "half");
        Files.writeString(unfinished().resolveSibling("ends.training.aot.config"), "recorded");

        application.dropUnfinishedCache();

        assertThat(application.folder().toFile().list()).noneMatch(file -> file.contains("training"));
    }

    @Test
    void halfACacheIsThrownAway() throws Exception {
        train();
        var whole = Files.readAllBytes(unfinished());
        Files.write(unfinished(), java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(application::keepCache).isInstanceOf(CannotStart.class);

        assertThat(application.hasCache()).isFalse();
        assertThat(unfinished()).doesNotExist();
        assertThat(application.command()).contains("-Xshare:auto");
    }
}
