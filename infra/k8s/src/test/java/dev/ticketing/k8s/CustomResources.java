package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of cert-manager's and the Prometheus operator's kinds that we use, with field names from their references.
 */
final class CustomResources {

    private static final Map<String, Class<?>> SPECS = Map.of(
            "cert-manager.io/v1 Issuer", Issuer.class,
            "cert-manager.io/v1 Certificate", Certificate.class,
            "monitoring.coreos.com/v1 PodMonitor", PodMonitor.class,
            "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class);

    private CustomResources() {}

    static Optional<Class<?>> specOf(Map<?, ?> document) {
        return Optional.ofNullable(SPECS.get(document.get("apiVersion") + " " + document.get("kind")));
    }

    record Issuer(Acme acme, Map<String, String> selfSigned, Authority ca) {}

    record Authority(String secretName) {}

    record Acme(String server, Reference privateKeySecretRef, List<Solver> solvers) {}

    record Solver(Http01 http01) {}

    record Http01(Http01Ingress ingress) {}

    record Http01Ingress(String ingressClassName) {}

    record Certificate(
            Boolean isCA,
            String commonName,
            String duration,
            String secretName,
            List<String> dnsNames,
            Reference issuerRef,
            PrivateKey privateKey) {}

    record Reference(String name, String kind) {}

    record PrivateKey(String algorithm, int size, String rotationPolicy) {}

    record PodMonitor(LabelSelector selector, List<Endpoint> podMetricsEndpoints) {}

    record Endpoint(String port, String path, String interval) {}

    record PrometheusRule(List<Group> groups) {}

    record Group(String name, List<Alert> rules) {}

    record Alert(
            String alert,
            String expr,

            @com.fasterxml.jackson.annotation.JsonProperty("for")
            String lasting,

            Map<String, String> annotations) {}
}
