package dev.ticketing.local.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedImageTest {

    private static final Path JAVA = Path.of("/base/bin/java");

    @TempDir
    Path folder;

    private UnpackedImage image;

    @BeforeEach
    void unpack() throws IOException {
        var app = Files.createDirectory(folder.resolve("app"));
        Files.writeString(app.resolve("jib-classpath-file"), "/app/classpath/*:/app/libs/a.jar");
        Files.writeString(folder.resolve("config.json"), """
                {"config": {"Entrypoint": ["java", "@/app/jvm.flags", "-Xshare:auto", "-cp", "@/app/jib-classpath-file",
                "@/app/jib-main-class-file"], "Cmd": ["--quiet"]}}""");
        image = new UnpackedImage(JAVA, folder);
    }

    @Test
    void runsAsItsConfigurationSaysOnTheJvmOfItsBase() {
        assertThat(image.command())
                .containsExactly(
                        "/base/bin/java",
                        "@" + folder + "/app/jvm.flags",
                        "-Xshare:auto",
                        "-cp",
                        folder + "/app/classpath/*:" + folder + "/app/libs/a.jar",
                        "@" + folder + "/app/jib-main-class-file",
                        "--quiet");
    }

    @Test
    void trainingDiffersByTheCacheThatItRecords() {
        assertThat(image.trainingCommand())
                .hasSameSizeAs(image.command())
                .contains("-XX:AOTCacheOutput=" + folder + "/training.aot")
                .doesNotContain("-Xshare:auto");
    }

    @Test
    void cacheCountsOnceItIsComplete() throws IOException {
        Files.createFile(folder.resolve("training.aot"));
        assertThat(image.hasCache()).isFalse();

        image.keepCache();

        assertThat(image.hasCache()).isTrue();
        assertThat(folder.resolve("start.aot")).exists();
    }

    @Test
    void interruptedTrainingLeavesNothingBehind() throws IOException {
        Files.createFile(folder.resolve("training.aot"));
        Files.createFile(folder.resolve("training.aot.config"));

        image.dropUnfinishedCache();

        assertThat(folder.toFile().list()).noneMatch(file -> file.contains("training"));
    }

    @Test
    void folderThatIsNoImageIsNamed() {
        var other = new UnpackedImage(JAVA, folder.resolve("other"));

        assertThatThrownBy(other::command)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(folder.resolve("other").toString());
    }
}
