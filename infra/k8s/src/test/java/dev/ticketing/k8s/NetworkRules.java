package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The arrows of the picture in the README, and no others; where there are policies at all. */
final class NetworkRules {

    private static final Set<String> WITH_ROUTES =
            Set.of("auth-service", "tickets-service", "orders-service", "payments-service", "client");
    private static final Set<String> WITH_DOCUMENTS = Set.of("auth", "tickets", "orders", "payments");
    private static final String STRIPE = "payments-service → 0.0.0.0/0:443";

    private NetworkRules() {}

    private static boolean enforced(Manifests manifests) {
        return manifests.all(NetworkPolicy.class).findAny().isPresent();
    }

    static Stream<String> defaultIsToDeny(Manifests manifests) {
        return !enforced(manifests)
                        || manifests
                                .all(NetworkPolicy.class)
                                .map(NetworkPolicy::getSpec)
                                .anyMatch(it ->
                                        it.getPodSelector().getMatchLabels().isEmpty()
                                                && it.getPodSelector()
                                                        .getMatchExpressions()
                                                        .isEmpty()
                                                && it.getIngress().isEmpty()
                                                && it.getEgress().isEmpty()
                                                && it.getPolicyTypes().containsAll(Set.of("Ingress", "Egress")))
                ? Stream.empty()
                : Stream.of("what no policy speaks of is allowed");
    }

    static Stream<String> namesAreResolved(Manifests manifests) {
        return !enforced(manifests)
                        || manifests
                                .all(NetworkPolicy.class)
                                .filter(it -> it.getSpec()
                                        .getPodSelector()
                                        .getMatchLabels()
                                        .isEmpty())
                                .flatMap(it -> it.getSpec().getEgress().stream())
                                .anyMatch(it -> Set.of("TCP", "UDP")
                                        .equals(it.getPorts().stream()
                                                .filter(port -> port.getPort().getIntVal() == 53)
                                                .map(port -> port.getProtocol())
                                                .collect(java.util.stream.Collectors.toSet())))
                ? Stream.empty()
                : Stream.of("nobody can ask the DNS");
    }

    static Stream<String> onlyTheArrowsOfThePicture(Manifests manifests) {
        if (!enforced(manifests)) {
            return Stream.empty();
        }
        var arrows = new Arrows(manifests);
        return Stream.of(
                        difference(expected(manifests), arrows.within()),
                        difference(outside(manifests), arrows.outside()),
                        difference(fromIngress(manifests), arrows.openTo("nginx-ingress")))
                .flatMap(difference -> difference);
    }

    private static Stream<String> difference(Set<String> expected, Set<String> actual) {
        return Stream.concat(
                expected.stream().filter(it -> !actual.contains(it)).map(it -> it + " is forbidden"),
                actual.stream().filter(it -> !expected.contains(it)).map(it -> it + " is allowed"));
    }

    private static Set<String> expected(Manifests manifests) {
        var arrows = new TreeSet<String>();
        manifests.workloads().filter(Workload::isOurs).map(Workload::name).forEach(from -> {
            if (!from.equals("stripe-sandbox")) {
                arrows.add(from + " → nats:4222");
            }
            if (WITH_ROUTES.contains(from)) {
                arrows.add(from + " → auth-service:8080");
            }
        });
        WITH_DOCUMENTS.forEach(name -> {
            arrows.add("%1$s-service → %1$s-mongodb:27017".formatted(name));
            arrows.add("%1$s-mongodb → %1$s-mongodb:27017".formatted(name));
        });
        WITH_ROUTES.stream().filter(to -> !to.equals("client")).forEach(to -> arrows.add("client → " + to + ":8080"));
        arrows.add("expiration-service → expiration-redis:6379");
        arrows.add("nats → nats:6222");
        if (hasSandbox(manifests)) {
            arrows.add("payments-service → stripe-sandbox:8080");
            arrows.add("client → stripe-sandbox:8080");
            arrows.add("stripe-sandbox → payments-service:8080");
        }
        return arrows;
    }

    private static Set<String> outside(Manifests manifests) {
        return hasSandbox(manifests) ? Set.of() : Set.of(STRIPE);
    }

    private static Set<String> fromIngress(Manifests manifests) {
        var open = new TreeSet<>(WITH_ROUTES);
        if (hasSandbox(manifests)) {
            open.add("stripe-sandbox");
        }
        return open;
    }

    private static boolean hasSandbox(Manifests manifests) {
        return manifests.workloads().anyMatch(it -> it.name().equals("stripe-sandbox"));
    }
}
