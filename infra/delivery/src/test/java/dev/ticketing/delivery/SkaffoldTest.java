package dev.ticketing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

class SkaffoldTest {

    private final Skaffold skaffold = parsed(Repository.read("skaffold.yaml"));

    private static Skaffold parsed(String yaml) {
        return Repository.STRICT.readValue(yaml, Skaffold.class);
    }

    private Skaffold.Profile profile(String name) {
        return skaffold.profiles().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fileFollowsItsSchema() {
        assertThat(skaffold.apiVersion()).isEqualTo("skaffold/v4beta13");
        assertThat(skaffold.kind()).isEqualTo("Config");
        assertThat(skaffold.build().tagPolicy().gitCommit()).isEmpty();
    }

    @Test
    void fieldOutsideTheSchemaIsRefused() {
        var yaml = Repository.read("skaffold.yaml");

        assertThatThrownBy(() -> parsed(yaml.replaceFirst("tagPolicy:", "tagPolicies:")))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> parsed(yaml.replaceFirst("timeout: 300", "timeout: soon")))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> parsed(yaml.replaceFirst("image: ticketing/auth-service, ", "")))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void everyModuleWithAnImageIsBuilt() {
        assertThat(skaffold.build().artifacts())
                .extracting(Skaffold.Artifact::entry)
                .containsExactlyInAnyOrderElementsOf(Repository.modulesWithAnImage().stream()
                        .map(module -> "ticketing/%s <- %s".formatted(module.replace("infra/", ""), module))
                        .toList());
    }

    @Test
    void everyServiceAndTheClientReloadInDevelopment() {
        assertThat(profile("local").build().artifacts())
                .extracting(Skaffold.Artifact::entry)
                .containsExactlyInAnyOrderElementsOf(skaffold.build().artifacts().stream()
                        .map(Skaffold.Artifact::entry)
                        .filter(entry -> !entry.contains("system-tests") && !entry.contains("operator"))
                        .toList());
        assertThat(Repository.read("pom.xml")).contains("<name>hot-reload</name>");
    }

    @Test
    void everyArtifactIsBuiltByTheOneRunAndKnownByItsInputs() {
        assertThat(skaffold.build().artifacts())
                .allSatisfy(artifact -> assertThat(artifact).isEqualTo(artifact(artifact.module(), "", "", null)));
        assertThat(profile("local").build().artifacts())
                .filteredOn(artifact -> artifact.module().startsWith("infra/"))
                .allSatisfy(artifact ->
                        assertThat(artifact).isEqualTo(artifact(artifact.module(), " -Dhot-reload", "", null)));
    }

    private static Skaffold.Artifact artifact(String module, String arguments, String live, Skaffold.Sync sync) {
        var custom = new Skaffold.Custom(
                "./dev artifact " + module + arguments,
                new Skaffold.Dependencies("infra/skaffold/inputs.sh " + module + live));
        return new Skaffold.Artifact("ticketing/" + module.replace("infra/", ""), sync, custom);
    }

    @Test
    void liveClassesAreCopiedToWhereTheImageHasThem() {
        assertThat(profile("local").build().artifacts())
                .filteredOn(artifact -> !artifact.module().startsWith("infra/"))
                .allSatisfy(artifact -> {
                    var classes = artifact.module() + "/target/classes/";
                    assertThat(artifact)
                            .isEqualTo(artifact(artifact.module(), " -Dhot-reload", " live", artifact.sync()));
                    assertThat(destinations(artifact, classes + "dev/ticketing/Some.class"))
                            .containsExactly("/app/classes/dev/ticketing/Some.class");
                    assertThat(destinations(artifact, classes + "Some.class"))
                            .containsExactly("/app/classes/Some.class");
                });
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyResourceIsCopiedToo(String module, String resource) {
        var artifact = profile("local").build().artifacts().stream()
                .filter(each -> each.module().equals(module))
                .findFirst()
                .orElseThrow();

        assertThat(destinations(artifact, module + "/target/classes/" + resource))
                .containsExactly("/app/resources/" + resource);
    }

    static Stream<Arguments> resources() throws IOException {
        var found = Stream.<Arguments>builder();
        for (var artifact : new SkaffoldTest().profile("local").build().artifacts()) {
            var folder = Repository.root().resolve(artifact.module()).resolve("src/main/resources");
            if (artifact.sync() != null && Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .forEach(file -> found.add(arguments(artifact.module(), file)));
                }
            }
        }
        return found.build();
    }

    /** As skaffold computes them; its ** also matches no folder. */
    private static Stream<String> destinations(Skaffold.Artifact artifact, String file) {
        return artifact.sync().manual().stream()
                .filter(rule -> matches(rule.src(), file) || matches(rule.src().replace("/**/", "/"), file))
                .map(rule -> rule.dest() + "/" + file.substring(rule.strip().length()));
    }

    private static boolean matches(String glob, String file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(file));
    }

    @Test
    void buildsOfTheOneReactorTakeTurns() {
        assertThat(Stream.concat(
                                Stream.of(skaffold.build()),
                                skaffold.profiles().stream().map(Skaffold.Profile::build))
                        .map(Skaffold.Build::local)
                        .filter(local -> local != null))
                .allSatisfy(local -> assertThat(local.concurrency()).isEqualTo(1));
    }

    @Test
    void everyOverlayHasItsProfile() {
        var paths = Stream.concat(
                        Stream.of(skaffold.manifests()),
                        skaffold.profiles().stream().map(Skaffold.Profile::manifests))
                .flatMap(manifests -> manifests.kustomize().paths().stream())
                .toList();

        assertThat(paths)
                .contains("infra/k8s/overlays/local", "infra/k8s/overlays/gke", "infra/k8s/overlays/digitalocean");
        assertThat(paths)
                .filteredOn(path -> path.startsWith("infra/skaffold"))
                .allSatisfy(path -> assertThat(Repository.root().resolve(path).resolve("kustomization.yaml"))
                        .exists());
    }

    @Test
    void storyOfACustomerIsTheVerification() {
        var story = skaffold.verify().getFirst();
        var job = Repository.root()
                .resolve(story.executionMode().kubernetesCluster().jobManifestPath());

        assertThat(skaffold.build().artifacts())
                .extracting(Skaffold.Artifact::image)
                .contains(story.container().image());
        var manifest = Repository.STRICT.readTree(Repository.read(job));
        var container = manifest.at("/spec/template/spec/containers/0");
        assertThat(container.get("name").asString()).isEqualTo(story.container().name());
        assertThat(container.get("image").asString())
                .isEqualTo(story.container().image());
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(manifest.at("/spec/template/metadata/labels"))
                .isEqualTo(policyOfTheStory().at("/spec/podSelector/matchLabels"));
        assertThat(Files.exists(Repository.root()
                        .resolve("system-tests/src/test/java/dev/ticketing/systemtests")
                        .resolve("PurchaseStoryIT.java")))
                .isTrue();
    }

    private static tools.jackson.databind.JsonNode policyOfTheStory() {
        return Repository.STRICT.readTree(Repository.read("infra/skaffold/story/network-policy.yaml"));
    }

    @Test
    void cloudsAreChosenByTheirContexts() {
        assertThat(List.of("gke", "digitalocean"))
                .allSatisfy(name -> assertThat(profile(name).activation()).hasSize(1));
        assertThat(profile("local").activation()).singleElement().satisfies(activation -> {
            assertThat(activation.command()).isEqualTo("dev");
            assertThat(activation.kubeContext()).startsWith("!").contains("gke_", "do-");
        });
    }
}
