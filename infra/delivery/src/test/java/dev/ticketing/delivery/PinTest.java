package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinTest {

    private static final String PIN = "infra/delivery/pin.sh";
    private static final String COMPOSE = "infra/local/compose.yaml";
    private static final List<String> MANIFESTS = List.of(
            "infra/k8s/platform/mongodb/statefulset.yaml",
            "infra/k8s/platform/nats/statefulset.yaml",
            "infra/k8s/platform/redis/statefulset.yaml");

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void standIns() throws IOException {
        sandbox = new Sandbox(folder).copy(PIN).copy(COMPOSE).standIn("docker", """
                [ -z "${AWAY:-}" ] || { echo "no such host" >&2; exit 1; }
                echo "sha256:$(printf %s "$4$MOVED" | sha256sum | cut -d ' ' -f 1)"
                """);
        for (var manifest : MANIFESTS) {
            sandbox.copy(manifest);
        }
    }

    private String all() {
        return String.join("", MANIFESTS.stream().map(this::read).toList()) + read(COMPOSE);
    }

    private String read(String file) {
        return Repository.read(folder.resolve(file));
    }

    @Test
    void everyImageGetsTheDigestOfItsTag() throws Exception {
        var ended = sandbox.run(Map.of("MOVED", ""), PIN);

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(all().lines().filter(line -> line.contains("image: ")))
                .hasSize(6)
                .allMatch(line -> line.matches(" +image: \\w+:[\\w.-]+@sha256:[0-9a-f]{64}"));
        assertThat(all().replaceAll("@sha256:[0-9a-f]{64}", "")).isEqualTo(original());
        assertThat(sandbox.run(Map.of(), PIN, "--check").code()).isZero();
    }

    private String original() {
        return String.join("", MANIFESTS.stream().map(Repository::read).toList())
                .concat(Repository.read(COMPOSE))
                .replaceAll("@sha256:[0-9a-f]{64}", "");
    }

    @Test
    void movedTagGetsItsNewDigest() throws Exception {
        sandbox.run(Map.of("MOVED", ""), PIN);
        var before = all();

        sandbox.run(Map.of("MOVED", "again"), PIN);

        assertThat(all()).isNotEqualTo(before);
        assertThat(all().lines().filter(line -> line.contains("image: ")))
                .allMatch(line -> line.matches(" +image: \\w+:[\\w.-]+@sha256:[0-9a-f]{64}"));
    }

    @Test
    void checkFailsAndNamesWhatHasNoDigest() throws Exception {
        sandbox.write(COMPOSE, "services:\n  redis:\n    image: redis:8.2.10-alpine\n");

        var ended = sandbox.run(Map.of(), PIN, "--check");

        assertThat(ended.code()).isNotZero();
        assertThat(ended.output()).contains("redis:8.2.10-alpine");
        assertThat(sandbox.called()).isEmpty();
    }

    @Test
    void withoutARegistryNothingIsMadeUp() throws Exception {
        var before = all();

        assertThat(sandbox.run(Map.of("AWAY", "yes"), PIN).code()).isNotZero();

        assertThat(all()).isEqualTo(before);
    }

    @Test
    void changeIsProposedOnce() throws Exception {
        sandbox.standIn("git", "case $1 in diff) exit 1 ;; esac")
                .standIn("gh", "[ \"$1 $2\" != 'pr view' ] || echo ${OPEN:-NONE}");

        assertThat(sandbox.run(Map.of("MOVED", ""), PIN, "--propose").code()).isZero();
        assertThat(sandbox.called()).anyMatch(call -> call.startsWith("gh pr create"));

        sandbox.run(Map.of("MOVED", "", "OPEN", "OPEN"), PIN, "--propose");
        assertThat(sandbox.called())
                .filteredOn(call -> call.startsWith("gh pr create"))
                .hasSize(1);
    }
}
