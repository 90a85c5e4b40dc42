package dev.ticketing.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second deployment by Skaffold, which sets the id of its run on all pods without one. */
class DeploymentsTest {

    private static Map<String, PodTemplateSpec> deployed(String overlay, String run) {
        var manifests = Combinations.copyOf(overlay);
        manifests.workloads().map(Workload::template).forEach(template -> label(template.getMetadata(), run));
        return manifests.workloads().collect(Collectors.toMap(Workload::name, Workload::template));
    }

    /** Like {@code skaffold/kubernetes/manifest/labels.go}: does not overwrite existing labels. */
    private static void label(ObjectMeta metadata, String run) {
        var labels = new TreeMap<>(metadata.getLabels());
        labels.putIfAbsent("skaffold.dev/run-id", run);
        labels.putIfAbsent("app.kubernetes.io/managed-by", "skaffold");
        metadata.setLabels(labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "gke", "digitalocean"})
    void dataStoresDoNotRestart(String overlay) {
        var first = deployed(overlay, "a");
        var second = deployed(overlay, "b");

        var kept = first.keySet().stream()
                .filter(name -> first.get(name).equals(second.get(name)))
                .toList();
        assertThat(kept)
                .contains(
                        "nats",
                        "auth-mongodb",
                        "tickets-mongodb",
                        "orders-mongodb",
                        "payments-mongodb",
                        "expiration-redis")
                .doesNotContain("orders-service");
        assertThat(kept.contains("stripe-sandbox")).isEqualTo(first.containsKey("stripe-sandbox"));
    }
}
