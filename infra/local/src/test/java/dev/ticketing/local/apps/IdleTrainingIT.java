package dev.ticketing.local.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ticketing.local.process.Jvm;
import dev.ticketing.local.settings.SuiteOptions;
import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With small programs instead of the applications; they write their caches when they are terminated. */
class IdleTrainingIT {

    /** @param kind selects the behaviour of {@link Trainee} */
    private record Stub(Path folder, String name, String kind) implements Program {

        @Override
        public List<String> command() {
            return Jvm.own(Trainee.class, List.of("-Xshare:auto"), kind, unfinished());
        }

        @Override
        public List<String> trainingCommand() {
            return command();
        }

        @Override
        public boolean hasCache() {
            return Files.exists(cache());
        }

        @Override
        public void keepCache() {
            try {
                Files.move(unfinished(), cache());
            } catch (IOException e) {
                throw new CannotStart("no cache", e);
            }
        }

        @Override
        public void dropUnfinishedCache() {
            try {
                Files.deleteIfExists(unfinished());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path cache() {
            return folder.resolve(name + ".aot");
        }

        private Path unfinished() {
            return folder.resolve(name + ".training");
        }
    }

    private final List<String> said = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private volatile boolean idle = true;
    private String tickets = "good";
    private IdleTraining training;

    private void start() {
        training = new IdleTraining(SuiteOptions.isolated(folder), this::stub, said::add, () -> idle).start();
    }

    private Stub stub(String module) {
        return new Stub(
                folder, Path.of(module).getFileName().toString(), module.startsWith("tickets") ? tickets : "good");
    }

    @AfterEach
    void close() {
        training.close();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofMinutes(2));
    }

    @Test
    void everyStartIsRecordedOnce() {
        start();

        eventually().until(() -> said, lines -> !lines.isEmpty());
        assertThat(said).containsExactly("  quick starts recorded for 7 of 7 applications");
        assertThat(stub("client").hasCache()).isTrue();
        assertThat(processes()).isEmpty();
    }

    @Test
    void failureIsReportedAndTheOthersAreRecorded() {
        tickets = "broken";
        start();

        eventually().until(() -> said, lines -> lines.size() == 2);
        assertThat(said.getFirst())
                .startsWith("  no quick start of tickets-service: tickets-service ended with exit code 3")
                .endsWith("tried again after the next ./dev up");
        assertThat(said.getLast()).contains("6 of 7");
        assertThat(stub("tickets-service").hasCache()).isFalse();
    }

    @Test
    void busyMachineIsLeftAlone() {
        idle = false;
        tickets = "slow";
        start();
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(30))
                .until(() -> processes().isEmpty());

        idle = true;

        eventually().until(() -> !processes().isEmpty());
    }

    @Test
    void interruptedTrainingLeavesNoCacheAndNoProcess() {
        tickets = "slow";
        start();
        eventually().until(() -> Files.exists(stub("tickets-service").unfinished()));

        training.close();

        assertThat(processes()).isEmpty();
        assertThat(stub("tickets-service").hasCache()).isFalse();
        assertThat(said).isEmpty();
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .toList();
    }
}
