package dev.ticketing.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ticketing.local.settings.FreePort;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessIT {

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // a machine may do much else
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> reports = new CopyOnWriteArrayList<>();
    private int port;
    private ManagedProcess process;

    @BeforeEach
    void findPort() {
        port = FreePort.find();
        process = sleeper(String.valueOf(port));
    }

    private ManagedProcess sleeper(String argument) {
        return new ManagedProcess(sleeper(argument, Readiness.accepts(port)), folder, reports::add);
    }

    private ProcessSpec sleeper(String argument, Readiness readiness) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(java, "-cp", System.getProperty("java.class.path"), Sleeper.class.getName(), argument);
        return new ProcessSpec("sleeper", command, Map.of(), folder, readiness);
    }

    @AfterEach
    void stop() {
        process.stop(Duration.ofSeconds(5));
    }

    @Test
    void killedProcessComesBack() {
        process.start();
        process.awaitReady(PATIENCE);
        var first = process.pid();

        process.kill();
        process.awaitReady(PATIENCE);

        assertThat(process.pid()).isNotEqualTo(first);
        assertThat(PortOwner.isTaken(port)).isTrue();
        assertThat(reports).hasSize(2);
        assertThat(reports.getFirst()).contains("sleeper died (exit code 137)", "sleeper.log");
        assertThat(reports.getLast()).contains("sleeper is back");
    }

    @Test
    void processThatWasReadyAndNoLongerAnswersIsNotReady() {
        var needed = new AtomicBoolean(true);
        var spec = sleeper(String.valueOf(port), needed::get);
        process = new ManagedProcess(spec, folder, reports::add);
        process.start();
        process.awaitReady(PATIENCE);
        assertThat(process.isReady()).isTrue();

        needed.set(false);
        assertThat(process.isReady()).isFalse();

        needed.set(true);
        process.stop(Duration.ZERO);
        assertThat(process.isReady()).isFalse();
    }

    @Test
    void stoppedProcessStaysAwayUntilStarted() {
        process.start();
        process.awaitReady(PATIENCE);

        process.stop(PATIENCE);
        assertThat(process.isAlive()).isFalse();
        assertThat(reports).isEmpty();

        process.start();
        process.awaitReady(PATIENCE);
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void deathWhileStartingTellsTheReason() {
        process = sleeper("broken");
        process.start();

        assertThatThrownBy(() -> process.awaitReady(PATIENCE))
                .isInstanceOf(CannotStart.class)
                .hasMessage("sleeper ended with exit code 3 while starting: "
                        + "java.lang.IllegalStateException: no DATABASE given (log: "
                        + folder.resolve("logs/sleeper.log") + ")");
    }

    @Test
    void missingProgramIsNamed() {
        var spec = new ProcessSpec("ghost", List.of("/no/such/program"), Map.of(), folder, () -> true);
        process = new ManagedProcess(spec, folder, reports::add);

        assertThatThrownBy(process::start).isInstanceOf(CannotStart.class).hasMessageContaining("/no/such/program");
    }

    @Test
    void leftoverOfKilledLauncherIsStopped() {
        process.start();
        process.awaitReady(PATIENCE);
        var leftover = ProcessHandle.of(process.pid()).orElseThrow();

        var stopped = PidFile.stopLeftovers(folder.resolve("run"));

        assertThat(stopped).containsExactly("sleeper");
        assertThat(leftover.isAlive()).isFalse();
    }

    @Test
    void strangerWithTheIdOfOursIsLeftAlone() throws IOException {
        process.start();
        process.awaitReady(PATIENCE);
        var stranger = ProcessHandle.of(process.pid()).orElseThrow();
        Files.writeString(folder.resolve("run/sleeper.pid"), stranger.pid() + " 1000\n");

        assertThat(PidFile.stopLeftovers(folder.resolve("run"))).isEmpty();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void ownerOfPortIsFound() {
        process.start();
        process.awaitReady(PATIENCE);

        await().untilAsserted(() -> assertThat(PortOwner.of(port)).contains("java (pid %d)".formatted(process.pid())));
    }
}
