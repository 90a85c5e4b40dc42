package dev.ticketing.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.local.process.CannotStart;
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
        Files.writeString(app.resolve("jib-main-class-file"), "dev.ticketing.orders.OrdersApplication");
        image = new UnpackedImage(JAVA, folder);
    }

    @Test
    void runsOnTheJvmOfItsBaseWithItsOwnFlagsAndClassPath() {
        assertThat(image.trainingCommand())
                .containsExactly(
                        "/base/bin/java",
                        "@" + folder + "/app/jvm.flags",
                        "-XX:AOTCacheOutput=" + folder + "/training.aot",
                        "-cp",
                        folder + "/app/classpath/*:" + folder + "/app/libs/a.jar",
                        "dev.ticketing.orders.OrdersApplication");
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
    void folderThatIsNoImageIsNamed() {
        var other = new UnpackedImage(JAVA, folder.resolve("other"));

        assertThatThrownBy(other::command)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(folder.resolve("other").toString());
    }
}
