package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShipTest {

    private static final String SHIP = "infra/delivery/ship.sh";

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void standIns() throws IOException {
        sandbox = new Sandbox(folder).copy(SHIP).standIn("skaffold", """
                case $1 in build) echo '{"builds":[]}' >"${4#--file-output=}" ;; esac
                [ "$1" != "${FAILS:-}" ]
                """).standIn("kubectl", """
                case "$*" in
                  *jsonpath*) cat revisions; cp after revisions ;;
                  *'get deployments -o name') printf 'deployment.apps/client\\ndeployment.apps/orders-service\\n' ;;
                  *"rollout status"*) [ -z "${STUCK:-}" ] ;;
                esac
                """);
        sandbox.write("revisions", "client=3\norders-service=7\n");
        sandbox.write("after", "client=4\norders-service=7\nreviews-service=1\n");
    }

    @Test
    void publishBuildsByTheProfileAndShowsWhatItBuilt() throws Exception {
        var ended = sandbox.run(Map.of(), SHIP, "publish", "gke");

        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("{\"builds\":[]}");
        assertThat(sandbox.called()).containsExactly("skaffold build -p gke --file-output=.local/builds.json");
    }

    @Test
    void rolloutDeploysWhatWasBuiltElsewhereAndLetsACustomerTry() throws Exception {
        var ended = sandbox.run(Map.of("BUILDS", "{\"builds\":[1]}"), SHIP, "rollout", "digitalocean");

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(Repository.read(folder.resolve(".local/builds.json"))).isEqualToIgnoringNewLines("{\"builds\":[1]}");
        assertThat(sandbox.called())
                .filteredOn(call -> call.startsWith("skaffold"))
                .containsExactly(
                        "skaffold deploy -p digitalocean -a .local/builds.json",
                        "skaffold verify -p digitalocean -a .local/builds.json");
        assertThat(sandbox.called()).noneMatch(call -> call.contains("undo"));
    }

    @Test
    void failedDeploymentIsTakenBackWhereSomethingMoved() throws Exception {
        var ended = sandbox.run(Map.of("FAILS", "deploy"), SHIP, "rollout", "gke");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(sandbox.called())
                .noneMatch(call -> call.startsWith("skaffold verify"))
                .filteredOn(call -> call.contains("rollout"))
                .containsExactly(
                        "kubectl -n ticketing rollout undo deployment/client --to-revision=3",
                        "kubectl -n ticketing rollout status --timeout=5m deployment.apps/client",
                        "kubectl -n ticketing rollout status --timeout=5m deployment.apps/orders-service");
    }

    @Test
    void failedStoryIsTakenBackToo() throws Exception {
        var ended = sandbox.run(Map.of("FAILS", "verify"), SHIP, "rollout", "gke");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("rolling back");
        assertThat(sandbox.called()).contains("kubectl -n ticketing rollout undo deployment/client --to-revision=3");
    }

    @Test
    void rollbackThatDoesNotGetReadyFails() throws Exception {
        assertThat(sandbox.run(Map.of("FAILS", "verify", "STUCK", "yes"), SHIP, "rollout", "gke")
                        .code())
                .isNotZero();
    }

    @Test
    void firstDeploymentHasNothingToGoBackTo() throws Exception {
        sandbox.write("revisions", "");

        var ended = sandbox.run(Map.of("FAILS", "verify"), SHIP, "rollout", "gke");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(sandbox.called()).noneMatch(call -> call.contains("undo"));
    }
}
