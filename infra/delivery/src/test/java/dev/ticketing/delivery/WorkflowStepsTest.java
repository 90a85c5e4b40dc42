package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Runs every command of every workflow like a runner, with stand-ins for third-party programs. */
class WorkflowStepsTest {

    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String BUILDS = """
            {"builds":[{"imageName":"ticketing/client","tag":"ghcr.io/o/ticketing/client:abc@%s"}]}
            """.formatted(DIGEST);

    /** GitHub replaces these. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *([\\w.]+).*?}}");

    private static final Map<String, String> VALUES =
            Map.of("matrix.command", "chaos", "needs.changes.outputs.modules", "client,infra/k8s");

    record Step(String workflow, String job, String run, JsonNode environment) {

        @Override
        public String toString() {
            return workflow + " " + job + ": " + run.lines().findFirst().orElse("");
        }
    }

    @TempDir
    Path folder;

    static List<Step> steps() {
        return Repository.workflows().stream()
                .flatMap(file -> Repository.STRICT
                        .readTree(Repository.read(file))
                        .get("jobs")
                        .propertyStream()
                        .flatMap(job -> job.getValue()
                                .get("steps")
                                .valueStream()
                                .filter(step -> step.has("run"))
                                .map(step -> new Step(
                                        file.getFileName().toString(),
                                        job.getKey(),
                                        step.get("run").asString(),
                                        step.path("env")))))
                .toList();
    }

    private static String filledIn(String text) {
        return EXPRESSION.matcher(text).replaceAll(found -> VALUES.getOrDefault(found.group(1), "value"));
    }

    private Sandbox sandbox() throws Exception {
        var sandbox = new Sandbox(folder);
        for (var program : List.of("docker", "doctl", "sudo", "gcloud")) {
            sandbox.standIn(program, "");
        }
        sandbox.write(".local/builds.json", BUILDS);
        return sandbox.executable(
                "dev", "#!/usr/bin/env bash\necho \"./dev $*\" >>calls.log\n[ \"$1\" != changed ] || echo client\n");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void stepRunsAndCallsWhatThereIs(Step step) throws Exception {
        needsJq(step);
        var sandbox = sandbox();
        var environment =
                new TreeMap<>(Map.of("GITHUB_OUTPUT", folder.resolve("output").toString(), "GITHUB_ACTOR", "somebody"));
        step.environment()
                .propertyStream()
                .forEach(it ->
                        environment.put(it.getKey(), filledIn(it.getValue().asString())));

        var ended = sandbox.run(environment, "bash", "-eo", "pipefail", "-c", filledIn(step.run()));

        assertThat(ended.code()).as(ended.output()).isEqualTo(step.run().equals("exit 1") ? 1 : 0);
        assertThat(sandbox.called())
                .filteredOn(call -> call.startsWith("./dev "))
                .allSatisfy(call -> assertThat(commandsOfDev()).contains(call.split(" ")[1]));
    }

    private static List<String> commandsOfDev() {
        return Repository.read("dev")
                .lines()
                .filter(line -> line.matches("  [\\w-]+( \\| [\\w-]+)*\\) .*"))
                .flatMap(
                        line -> Stream.of(line.strip().replaceFirst("\\).*", "").split(" \\| ")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("publishing")
    void publishedImagesArePassedOnByDigest(Step step) throws Exception {
        needsJq(step);
        var output = folder.resolve("output");

        sandbox().run(Map.of("GITHUB_OUTPUT", output.toString()), "bash", "-eo", "pipefail", "-c", step.run());

        var handedOn = Repository.read(output).lines().toList();
        assertThat(handedOn).hasSize(2);
        assertThat(handedOn.get(0)).isEqualTo("builds=" + BUILDS.strip());
        assertThat(handedOn.get(1))
                .isEqualTo("images=[{\"name\":\"ghcr.io/o/ticketing/client\",\"digest\":\"%s\"}]".formatted(DIGEST));
    }

    /** Every GitHub runner has it. */
    private static void needsJq(Step step) throws Exception {
        assumeTrue(
                !step.run().contains("jq")
                        || System.getenv("GITHUB_ACTIONS") != null
                        || new ProcessBuilder("sh", "-c", "command -v jq")
                                        .start()
                                        .waitFor()
                                == 0,
                "jq is missing");
    }

    static Stream<Step> publishing() {
        return steps().stream().filter(step -> step.run().contains("builds.json"));
    }
}
