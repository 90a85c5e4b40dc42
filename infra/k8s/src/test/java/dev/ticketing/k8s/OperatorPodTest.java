package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pod for a shift of an operator: it gets everything that the operator reads, from existing secrets. */
class OperatorPodTest {

    private static final Manifests POD =
            Manifests.parse("operator", Repository.read(Repository.ROOT.resolve("infra/operator/pod.yaml")));

    private static List<EnvVar> environment() {
        return POD.the(Pod.class, "operator")
                .getSpec()
                .getContainers()
                .getFirst()
                .getEnv();
    }

    @Test
    void everySettingIsReadByTheOperatorOrByAnother() throws IOException {
        var read = code() + environment().stream().map(EnvVar::getValue).collect(Collectors.joining());

        // one per database, prefixed with its name
        assertThat(environment())
                .allMatch(variable -> read.contains(variable.getName().replaceFirst("^[A-Z]+(?=_MONGODB_URI)", "")));
    }

    private static String code() throws IOException {
        return sources("infra/operator/src/main/java") + sources("infra/suite/src/main/java");
    }

    private static String sources(String folder) throws IOException {
        try (var files = Files.walk(Repository.ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile).map(Repository::read).collect(Collectors.joining());
        }
    }

    @Test
    void everySecretIsMade() {
        assertThat(environment().stream()
                        .filter(variable -> variable.getValueFrom() != null)
                        .map(variable -> variable.getValueFrom().getSecretKeyRef())
                        .map(secret -> secret.getName() + "/" + secret.getKey()))
                .isNotEmpty()
                .allMatch(Secrets.made()::contains);
    }

    @Test
    void addressesAreServicesOfTheSuite() {
        var local = Combinations.of("local");

        assertThat(environment().stream()
                        .map(EnvVar::getValue)
                        .filter(value -> value != null && value.contains("://"))
                        .map(value -> value.replaceFirst(".*(://|@)([\\w-]+)[:/].*", "$2")))
                .isNotEmpty()
                .allMatch(host -> local.has(Service.class, host));
    }

    @Test
    void policiesAreItsOwn() {
        var labels = POD.the(Pod.class, "operator").getMetadata().getLabels();

        assertThat(Selectors.matches(
                        POD.the(NetworkPolicy.class, "operator").getSpec().getPodSelector(), labels))
                .isTrue();
        assertThat(POD.the(NetworkPolicy.class, "from-operator").getSpec().getIngress().stream()
                        .flatMap(rule -> rule.getFrom().stream())
                        .map(peer -> peer.getPodSelector()))
                .allMatch(selector -> Selectors.matches(selector, labels));
        assertThat(Combinations.of("local").workloads())
                .noneMatch(it -> Selectors.matches(
                        POD.the(NetworkPolicy.class, "operator").getSpec().getPodSelector(), it.labels()));
    }
}
