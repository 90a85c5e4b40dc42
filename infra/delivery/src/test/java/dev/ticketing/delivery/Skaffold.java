package dev.ticketing.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** The parts of Skaffold's schema v4beta13 that skaffold.yaml uses; any other part is an error. */
record Skaffold(
        @JsonProperty(required = true) String apiVersion,
        @JsonProperty(required = true) String kind,
        Metadata metadata,
        Build build,
        Manifests manifests,
        Deploy deploy,
        List<PortForward> portForward,
        List<TestCase> verify,
        List<Profile> profiles) {

    record Metadata(String name) {}

    record Build(TagPolicy tagPolicy, LocalBuild local, List<String> platforms, List<Artifact> artifacts) {}

    record TagPolicy(Map<String, String> gitCommit) {}

    record LocalBuild(Boolean push, Integer concurrency) {}

    record Artifact(@JsonProperty(required = true) String image, Sync sync, Custom custom) {

        String entry() {
            return image + " <- " + module();
        }

        String module() {
            return custom.buildCommand().split(" ")[2];
        }
    }

    record Sync(List<SyncRule> manual) {}

    record SyncRule(String src, String dest, String strip) {}

    record Custom(
            @JsonProperty(required = true) String buildCommand,
            @JsonProperty(required = true) Dependencies dependencies) {}

    record Dependencies(String command) {}

    record Manifests(Kustomize kustomize) {}

    record Kustomize(List<String> paths) {}

    record Deploy(
            Integer statusCheckDeadlineSeconds, Boolean tolerateFailuresUntilDeadline, Map<String, String> kubectl) {}

    record PortForward(String resourceType, String resourceName, String namespace, Integer port, Integer localPort) {}

    record TestCase(
            @JsonProperty(required = true) String name,
            Integer timeout,
            @JsonProperty(required = true) TestContainer container,
            ExecutionMode executionMode) {}

    record TestContainer(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String image) {}

    record ExecutionMode(KubernetesCluster kubernetesCluster) {}

    record KubernetesCluster(String jobManifestPath) {}

    record Profile(
            @JsonProperty(required = true) String name,
            List<Activation> activation,
            Build build,
            Manifests manifests,
            List<PortForward> portForward) {}

    record Activation(String command, String kubeContext) {}
}
