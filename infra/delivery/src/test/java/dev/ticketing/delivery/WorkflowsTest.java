package dev.ticketing.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WorkflowsTest {

    private static final Pattern USES = Pattern.compile("uses: *(\\S+?)@(.*)");

    /** The write permissions of jobs; all other permissions are refused. */
    private static final Map<String, Set<String>> WRITES = Map.of(
            "images", Set.of("packages"),
            "attest", Set.of("packages", "id-token", "attestations"),
            "gke", Set.of("id-token"),
            "pin", Set.of("contents", "pull-requests"),
            "analyze", Set.of("security-events"));

    /** Commands besides ./dev: they prepare the runner, or pass values from job to job. */
    private static final Pattern PREPARATION = Pattern.compile(
            "\\./dev .*|docker login .*|echo .*GITHUB_OUTPUT.*|exit 1|sudo snap install doctl|doctl .*");

    static List<Path> workflows() {
        return Repository.workflows();
    }

    private static JsonNode parsed(Path workflow) {
        return Repository.STRICT.readTree(Repository.read(workflow));
    }

    private static Stream<Map.Entry<String, JsonNode>> jobs(Path workflow) {
        return parsed(workflow).get("jobs").propertyStream();
    }

    @Test
    void thereIsOneForPullRequestsMainTheNightAndCodeQl() {
        assertThat(workflows())
                .extracting(file -> file.getFileName().toString())
                .contains("pull-request.yaml", "main.yaml", "nightly.yaml", "codeql.yaml");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyActionIsPinnedByItsCommitAndNamesItsVersion(Path workflow) {
        assertThat(USES.matcher(Repository.read(workflow)).results().map(pin -> pin.group(2)))
                .isNotEmpty()
                .allMatch(pin -> pin.matches("[0-9a-f]{40} # v\\d+(\\.\\d+)*"));
    }

    @Test
    void anActionHasTheSamePinEverywhere() {
        var pins = workflows().stream()
                .flatMap(file -> USES.matcher(Repository.read(file)).results())
                .collect(groupingBy((MatchResult pin) -> pin.group(1), mapping(pin -> pin.group(2), toSet())));

        assertThat(pins).allSatisfy((action, pinned) -> assertThat(pinned).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void nothingIsPermittedThatAJobDoesNotAskFor(Path workflow) {
        assertThat(parsed(workflow).get("permissions")).isEmpty();
        assertThat(jobs(workflow)).allSatisfy(job -> {
            assertThat(job.getValue().has("permissions")).as(job.getKey()).isTrue();
            assertThat(job.getValue()
                            .get("permissions")
                            .propertyStream()
                            .filter(permission ->
                                    permission.getValue().asString().equals("write"))
                            .map(Map.Entry::getKey))
                    .as(job.getKey())
                    .isSubsetOf(WRITES.getOrDefault(job.getKey(), Set.of()));
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyJobEndsInTimeAndRunsOfAWorkflowDoNotMeet(Path workflow) {
        assertThat(parsed(workflow).at("/concurrency/group").asString()).isNotBlank();
        assertThat(jobs(workflow))
                .allSatisfy(
                        job -> assertThat(job.getValue().path("timeout-minutes").asInt(0))
                                .as(job.getKey())
                                .isBetween(1, 180));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void stepsCallDevAndHaveNoCommandsOfTheirOwn(Path workflow) {
        var commands = jobs(workflow)
                .flatMap(job -> job.getValue().get("steps").valueStream())
                .filter(step -> step.has("run"))
                .flatMap(step -> step.get("run").asString().lines());

        assertThat(commands).allMatch(command -> PREPARATION.matcher(command).matches());
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void checkoutsLeaveNoTokenBehind(Path workflow) {
        assertThat(jobs(workflow)
                        .flatMap(job -> job.getValue().get("steps").valueStream())
                        .filter(step -> step.path("uses").asString("").startsWith("actions/checkout@")))
                .allSatisfy(
                        step -> assertThat(step.at("/with/persist-credentials").asString())
                                .isEqualTo("false"));
    }

    @Test
    void theClusterIsEnteredByIdentityAndNotByAKey() {
        var main = Repository.read(".github/workflows/main.yaml");

        assertThat(main).contains("workload_identity_provider:").doesNotContain("credentials_json");
        assertThat(Pattern.compile("secrets\\.(\\w+)").matcher(main).results().map(found -> found.group(1)))
                .containsOnly("GITHUB_TOKEN", "DIGITALOCEAN_ACCESS_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "pull-request"})
    void imagesAreTriedAfterTheTests(String workflow) {
        assertThat(runs(Repository.root().resolve(".github/workflows/%s.yaml".formatted(workflow)), "test"))
                .satisfies(commands -> {
                    assertThat(commands.getFirst()).startsWith("./dev test");
                    assertThat(commands.get(1)).isEqualTo("./dev images --check");
                });
        assertThat(Repository.read(".ci/run")).contains("./dev test", "./dev images --check");
    }

    private static List<String> runs(Path workflow, String job) {
        return parsed(workflow)
                .at("/jobs/%s/steps".formatted(job))
                .valueStream()
                .filter(step -> step.has("run"))
                .map(step -> step.get("run").asString())
                .toList();
    }

    @Test
    void rolledOutImagesAreTestedAndAttested() {
        var jobs =
                parsed(Repository.root().resolve(".github/workflows/main.yaml")).get("jobs");

        assertThat(jobs.at("/images/needs").asString()).isEqualTo("test");
        for (var cluster : List.of("gke", "digitalocean")) {
            assertThat(jobs.at("/" + cluster + "/needs").valueStream().map(JsonNode::asString))
                    .containsExactly("images", "attest");
            assertThat(jobs.get(cluster).toString()).contains("./dev rollout " + cluster);
        }
    }
}
