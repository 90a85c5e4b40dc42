package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code .ci/run}, with a stand-in for {@code ./dev}. */
class CiRunTest {

    private static final String SUMMARY = "41 passed, 1 failed, 2 skipped";

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void standIn() throws Exception {
        sandbox = new Sandbox(folder).copy(".ci/run").executable("dev", """
                #!/bin/sh
                echo "$* CI=$CI input=$(wc -c)" >>calls.log
                case $1 in
                  test) echo tested; exit "${TEST:-0}" ;;
                  images) echo checked; exit "${IMAGES:-0}" ;;
                  summary) echo "%s" ;;
                esac
                """.formatted(SUMMARY));
    }

    private Sandbox.Ended run(Map<String, String> environment, String arguments) throws Exception {
        return sandbox.run(environment, "sh", "-c", "echo nobody reads this | .ci/run " + arguments);
    }

    @Test
    void imagesAreCheckedAfterTheTestsAndTheSummaryIsLast() throws Exception {
        var ended = run(Map.of(), "");

        assertThat(ended.code()).isZero();
        assertThat(ended.output().lines()).containsExactly("tested", "checked", SUMMARY);
        assertThat(sandbox.called())
                .startsWith("test CI=true input=0", "images --check CI=true input=0")
                .hasSize(3);
    }

    @Test
    void failedTestIsTheResultAndNoImageIsBuilt() throws Exception {
        var ended = run(Map.of("TEST", "3"), "");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output().lines()).containsExactly("tested", SUMMARY);
    }

    @Test
    void imageThatDoesNotStartIsTheResult() throws Exception {
        var ended = run(Map.of("IMAGES", "4"), "");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.output()).endsWith(SUMMARY + "\n");
    }

    @Test
    void argumentsChooseTestsAndNothingElseIsRun() throws Exception {
        var ended = run(Map.of(), "-Dtest=OrderTest");

        assertThat(ended.output().lines()).containsExactly("tested", SUMMARY);
        assertThat(sandbox.called().getFirst()).startsWith("test -Dtest=OrderTest ");
    }
}
