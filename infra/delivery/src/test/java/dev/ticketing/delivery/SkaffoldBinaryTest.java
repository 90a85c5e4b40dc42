package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Skaffold itself reads skaffold.yaml; skipped without skaffold. */
class SkaffoldBinaryTest {

    @TempDir
    Path folder;

    @BeforeEach
    void needsSkaffold() throws Exception {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v skaffold").start().waitFor() == 0,
                "skaffold is missing: ./dev rollout fetches it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "gke", "digitalocean"})
    void everyProfileIsUnderstood(String profile) throws Exception {
        var file = Repository.root().resolve("skaffold.yaml").toString();

        var ended = new Sandbox(folder)
                .run(
                        Map.of("SKAFFOLD_UPDATE_CHECK", "false"),
                        "skaffold",
                        "diagnose",
                        "--yaml-only",
                        "-f",
                        file,
                        "-p",
                        profile);

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("ticketing/orders-service");
    }
}
