package dev.ticketing.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteLockTest {

    @TempDir
    Path folder;

    @Test
    void secondSuiteLearnsWhereTheFirstIs() {
        var first = SuiteLock.take(folder, "http://localhost:8080");
        try {
            assertThatThrownBy(() -> SuiteLock.take(folder, "http://localhost:9090"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "the suite of this folder is already running: http://localhost:8080 (pid %d): stop it first",
                            ProcessHandle.current().pid());
        } finally {
            first.close();
        }
    }

    @Test
    void whatAKilledLauncherHasWrittenIsNoObstacle() throws IOException {
        Files.writeString(folder.resolve("lock"), "1\nhttp://localhost:8080\n");

        SuiteLock.take(folder, "http://localhost:9090").close();
        SuiteLock.take(folder, "http://localhost:9090").close();
    }
}
