package dev.ticketing.k8s;

import dev.ticketing.suite.Service.Need;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The connections in the picture of the README, and no others; only with network policies. */
final class NetworkRules {

    private static final Set<String> WITH_ROUTES = Repository.servicesWith(Need.ROUTES);

    private static final Set<String> STRIPE = Repository.servicesWith(Need.STRIPE).stream()
            .map(name -> name + " → 0.0.0.0/0:443")
            .collect(Collectors.toUnmodifiableSet());

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

    /** On a port that no Service names, and that only monitoring may connect to if there are policies. */
    static Stream<String> metricsAreApart(Manifests manifests) {
        var open = manifests
                .workloads()
                .filter(it ->
                        Repository.services().contains(it.name()) && !it.name().equals("client"))
                .filter(it -> it.container().getPorts().stream()
                        .noneMatch(port -> port.getName().equals("metrics")
                                && String.valueOf(port.getContainerPort())
                                        .equals(Settings.given(manifests, it).get("MANAGEMENT_PORT"))
                                && !port.getContainerPort().equals(8080)))
                .map(it -> it.name() + " shows its metrics where the requests come in");
        var named = manifests
                .all(Service.class)
                .filter(it -> it.getSpec().getPorts().stream()
                        .anyMatch(port -> "metrics".equals(port.getTargetPort().getStrVal())))
                .map(it -> it.getMetadata().getName() + " leads to metrics");
        return Stream.of(open, named, entered(manifests)).flatMap(violations -> violations);
    }

    private static Stream<String> entered(Manifests manifests) {
        return manifests
                .all(NetworkPolicy.class)
                .filter(it -> !it.getMetadata().getName().equals("monitoring"))
                .filter(it -> it.getSpec().getIngress().stream()
                        .anyMatch(rule -> rule.getPorts().isEmpty()
                                || rule.getPorts().stream()
                                        .anyMatch(port -> List.of("metrics", "8081")
                                                .contains(String.valueOf(
                                                        port.getPort().getValue())))))
                .map(it -> it.getMetadata().getName() + " lets others see metrics");
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
        Repository.databases().forEach(name -> {
            arrows.add("%1$s-service → %1$s-mongodb:27017".formatted(name));
            arrows.add("%1$s-mongodb → %1$s-mongodb:27017".formatted(name));
        });
        WITH_ROUTES.stream().filter(to -> !to.equals("client")).forEach(to -> arrows.add("client → " + to + ":8080"));
        Repository.servicesWith(Need.REDIS)
                .forEach(name -> arrows.add("%s → %s:6379".formatted(name, name.replace("-service", "-redis"))));
        arrows.add("nats → nats:6222");
        if (hasSandbox(manifests)) {
            arrows.add("payments-service → stripe-sandbox:8080");
            arrows.add("client → stripe-sandbox:8080");
            arrows.add("stripe-sandbox → payments-service:8080");
        }
        return arrows;
    }

    private static Set<String> outside(Manifests manifests) {
        var outside = new TreeSet<>(hasSandbox(manifests) ? Set.<String>of() : STRIPE);
        var withMongoDbElsewhere = manifests
                .workloads()
                .filter(it -> PlatformRules.isElsewhere(
                        manifests, Settings.given(manifests, it).getOrDefault("MONGODB_URI", "")))
                .map(Workload::name)
                .toList();
        new Arrows(manifests)
                .outside().stream()
                        .filter(arrow -> arrow.endsWith(":27017")
                                && withMongoDbElsewhere.contains(arrow.substring(0, arrow.indexOf(' '))))
                        .forEach(outside::add);
        return outside;
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
