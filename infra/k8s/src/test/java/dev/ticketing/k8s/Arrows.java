package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The connections that the NetworkPolicies allow, computed as in a cluster: both ends must allow them. */
record Arrows(Manifests manifests) {

    /** {@code from → to:port} for the suite's own pods. */
    Set<String> within() {
        var arrows = new TreeSet<String>();
        for (var from : manifests.workloads().toList()) {
            for (var to : manifests.workloads().toList()) {
                to.container().getPorts().stream()
                        .filter(port -> mayLeave(from, to, port.getName(), port.getContainerPort())
                                && mayEnter(from, to, port.getName(), port.getContainerPort()))
                        .forEach(port ->
                                arrows.add("%s → %s:%d".formatted(from.name(), to.name(), port.getContainerPort())));
            }
        }
        return arrows;
    }

    /** Names of the workloads that pods of another namespace may connect to. */
    Set<String> openTo(String namespace) {
        var open = new TreeSet<String>();
        manifests.workloads().forEach(to -> {
            if (ingressOf(to)
                    .anyMatch(policy -> policy.getSpec().getIngress().stream()
                            .flatMap(rule -> rule.getFrom().stream())
                            .anyMatch(peer -> isNamespace(peer, namespace)))) {
                open.add(to.name());
            }
        });
        return open;
    }

    /** {@code from → address:port} out of the cluster or into another namespace; without DNS. */
    Set<String> outside() {
        var arrows = new TreeSet<String>();
        manifests
                .workloads()
                .forEach(from -> egressOf(from)
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .forEach(rule -> rule.getTo().stream()
                                .filter(peer -> peer.getIpBlock() != null || peer.getNamespaceSelector() != null)
                                .forEach(peer -> rule.getPorts().stream()
                                        .filter(port -> !Integer.valueOf(53)
                                                .equals(port.getPort().getIntVal()))
                                        .forEach(port -> arrows.add("%s → %s:%s"
                                                .formatted(
                                                        from.name(),
                                                        peer.getIpBlock() == null
                                                                ? "?"
                                                                : peer.getIpBlock()
                                                                        .getCidr(),
                                                        port.getPort().getValue()))))));
        return arrows;
    }

    private boolean mayLeave(Workload from, Workload to, String name, int port) {
        var policies = egressOf(from).toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> allows(rule.getTo(), rule.getPorts(), to, name, port));
    }

    private boolean mayEnter(Workload from, Workload to, String name, int port) {
        var policies = ingressOf(to).toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> allows(rule.getFrom(), rule.getPorts(), from, name, port));
    }

    private static boolean allows(
            List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports, Workload peer, String name, int port) {
        Predicate<IntOrString> isPort =
                it -> it.getIntVal() == null ? name.equals(it.getStrVal()) : it.getIntVal() == port;
        return (peers.isEmpty() || peers.stream().anyMatch(allowed -> isPod(allowed, peer)))
                && (ports.isEmpty()
                        || ports.stream().map(NetworkPolicyPort::getPort).anyMatch(isPort));
    }

    private static boolean isPod(NetworkPolicyPeer peer, Workload workload) {
        return peer.getNamespaceSelector() == null && Selectors.matches(peer.getPodSelector(), workload.labels());
    }

    private static boolean isNamespace(NetworkPolicyPeer peer, String namespace) {
        return peer.getNamespaceSelector() != null
                && Selectors.matches(
                        peer.getNamespaceSelector(), java.util.Map.of("kubernetes.io/metadata.name", namespace));
    }

    private Stream<NetworkPolicy> egressOf(Workload workload) {
        return policiesOf(workload, "Egress");
    }

    private Stream<NetworkPolicy> ingressOf(Workload workload) {
        return policiesOf(workload, "Ingress");
    }

    private Stream<NetworkPolicy> policiesOf(Workload workload, String type) {
        return manifests
                .all(NetworkPolicy.class)
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(type))
                .filter(policy -> Selectors.matches(policy.getSpec().getPodSelector(), workload.labels()));
    }
}
