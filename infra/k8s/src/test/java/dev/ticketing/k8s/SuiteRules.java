package dev.ticketing.k8s;

import static java.util.stream.Collectors.toSet;

import dev.ticketing.suite.Service.Need;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requirements across the parts. */
final class SuiteRules {

    private static final Set<String> MAY_SEE_JWT_KEY = Repository.servicesWith(Need.JWT_KEY);
    private static final Set<String> MAY_SEE_CONTENT_KEYS = Repository.servicesWith(Need.CONTENT_KEYS);
    private static final Set<String> MAY_SEE_STRIPE = Stream.concat(
                    Repository.servicesWith(Need.STRIPE).stream(),
                    Stream.of(dev.ticketing.suite.Service.STRIPE_SANDBOX))
            .collect(Collectors.toUnmodifiableSet());

    private SuiteRules() {}

    static Stream<String> oneNamespace(Manifests manifests) {
        return manifests.objects().stream()
                .filter(object -> !(object instanceof Namespace))
                .filter(object -> !"ticketing".equals(object.getMetadata().getNamespace()))
                .map(object -> describe(object) + " is not in the namespace ticketing");
    }

    static Stream<String> namespaceEnforcesRestricted(Manifests manifests) {
        return Stream.of(manifests.the(Namespace.class, "ticketing"))
                .filter(it ->
                        !"restricted".equals(it.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce")))
                .map(it -> "the namespace takes pods that are not restricted");
    }

    static Stream<String> noSecrets(Manifests manifests) {
        return manifests.all(Secret.class).map(it -> describe(it) + " does not belong into the repository");
    }

    static Stream<String> noLoadBalancer(Manifests manifests) {
        return manifests
                .all(Service.class)
                .filter(it -> Stream.of("LoadBalancer", "NodePort")
                        .anyMatch(type -> type.equals(it.getSpec().getType())))
                .map(it -> describe(it) + " is open to the outside");
    }

    static Stream<String> servicesFindPods(Manifests manifests) {
        return manifests
                .all(Service.class)
                .filter(service -> {
                    var found = manifests
                            .workloads()
                            .filter(it -> Selectors.contains(
                                    it.labels(), service.getSpec().getSelector()))
                            .toList();
                    return found.size() != 1
                            || !portsOf(found.getFirst())
                                    .containsAll(service.getSpec().getPorts().stream()
                                            .map(port -> port.getTargetPort().getStrVal())
                                            .toList());
                })
                .map(service -> describe(service) + " is not for the pods of one workload");
    }

    private static Set<String> portsOf(Workload workload) {
        return workload.container().getPorts().stream()
                .map(port -> port.getName())
                .collect(toSet());
    }

    static Stream<String> workloadsSelectTheirOwn(Manifests manifests) {
        return manifests
                .workloads()
                .filter(it -> manifests
                                .workloads()
                                .filter(other -> Selectors.matches(it.selector(), other.labels()))
                                .count()
                        != 1)
                .map(it -> it.name() + " takes the pods of another for its own");
    }

    static Stream<String> configurationExists(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(it -> Stream.concat(
                                it.container().getEnvFrom().stream()
                                        .map(from -> from.getConfigMapRef().getName()),
                                it.template().getSpec().getVolumes().stream()
                                        .filter(volume -> volume.getConfigMap() != null)
                                        .map(volume -> volume.getConfigMap().getName()))
                        .filter(config -> !manifests.has(ConfigMap.class, config))
                        .map(config -> it.name() + " wants the ConfigMap " + config));
    }

    /** secrets.sh creates all referenced secrets, except those that only their owner has. */
    static Stream<String> secretsAreMade(Manifests manifests) {
        var made = Secrets.made();
        return manifests
                .workloads()
                .flatMap(it -> Secrets.wanted(it)
                        .filter(secret ->
                                !made.contains(secret) && !secret.equals("stripe-secret/STRIPE_PUBLISHABLE_KEY"))
                        .map(secret -> it.name() + " wants " + secret + ", which secrets.sh does not make"));
    }

    static Stream<String> secretsOnlyWhereNeeded(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(it -> Secrets.wanted(it)
                        .filter(secret -> secret.startsWith("jwt-secret/") && !MAY_SEE_JWT_KEY.contains(it.name())
                                || secret.startsWith("content-secret/") && !MAY_SEE_CONTENT_KEYS.contains(it.name())
                                || secret.startsWith("stripe-secret/") && !MAY_SEE_STRIPE.contains(it.name())
                                || it.isOurs()
                                        && secret.matches("(.*-service|client|.*-mongodb)/.*")
                                        && !secret.startsWith(it.name() + "/"))
                        .map(secret -> it.name() + " can read " + secret));
    }

    static Stream<String> everySettingIsRead(Manifests manifests) {
        return manifests.workloads().filter(Workload::isOurs).flatMap(it -> {
            var given = Settings.given(manifests, it);
            var unread = new TreeSet<>(given.keySet());
            unread.removeAll(Settings.read(module(it), given));
            unread.removeAll(passwords(it));
            return unread.stream().map(setting -> it.name() + " does not read " + setting);
        });
    }

    /** For addresses that name them: an address without a user does not read its password. */
    private static Set<String> passwords(Workload workload) {
        return workload.container().getEnv().stream()
                .filter(env -> env.getValueFrom() != null
                        && env.getValueFrom().getSecretKeyRef() != null
                        && Boolean.TRUE.equals(
                                env.getValueFrom().getSecretKeyRef().getOptional()))
                .map(EnvVar::getName)
                .filter(Set.of("MONGODB_PASSWORD", "REDIS_PASSWORD")::contains)
                .collect(toSet());
    }

    static Stream<String> everyNeededSettingIsSet(Manifests manifests) {
        return manifests.workloads().filter(Workload::isOurs).flatMap(it -> {
            var given = Settings.given(manifests, it);
            var missing = new TreeSet<>(Settings.needed(module(it)));
            given.values().forEach(value -> Settings.placeholders(value).forEach(missing::add));
            missing.removeAll(given.keySet());
            return missing.stream().map(setting -> it.name() + " is not given " + setting);
        });
    }

    private static String module(Workload workload) {
        var image = workload.container().getImage();
        return image.startsWith("ticketing/") ? image.replaceAll("ticketing/|:.*", "") : workload.name();
    }

    /** Limits per client and TLS to the services: other controllers ignore them. */
    private static final Set<String> OPTIONAL = Stream.concat(
                    Stream.of("key", "rate", "burst", "no-delay", "zone-size", "reject-code", "scale")
                            .map(name -> "nginx.org/limit-req-" + name),
                    Stream.of("nginx.org/ssl-services"))
            .collect(Collectors.toUnmodifiableSet());

    static Stream<String> routesAreTheFrontDoors(Manifests manifests) {
        var expected = Routes.ofFrontDoor();
        var ingress = manifests
                .all(Ingress.class)
                .filter(it -> it.getMetadata().getName().equals("ticketing"));
        var gateway = manifests
                .all(HTTPRoute.class)
                .filter(it -> it.getMetadata().getName().equals("ticketing"));
        var doors = Stream.<Map<String, String>>concat(ingress.map(Routes::of), gateway.map(Routes::of))
                .toList();
        return doors.size() == 1 && doors.getFirst().equals(expected)
                ? Stream.empty()
                : Stream.of("routes are " + doors + " (expected: once " + expected + ")");
    }

    static Stream<String> ingressNeedsNothingSpecial(Manifests manifests) {
        return manifests
                .all(Ingress.class)
                .filter(it -> !"nginx".equals(it.getSpec().getIngressClassName())
                        || !OPTIONAL.containsAll(
                                Objects.requireNonNullElse(it.getMetadata().getAnnotations(), Map.<String, String>of())
                                        .keySet())
                        || it.getSpec().getRules().stream().anyMatch(rule -> rule.getHost() == null))
                .map(it -> describe(it) + " asks for a certain controller, or has no host");
    }

    static Stream<String> autoscalersScale(Manifests manifests) {
        return manifests
                .all(HorizontalPodAutoscaler.class)
                .filter(it -> {
                    var target = it.getSpec().getScaleTargetRef().getName();
                    return !manifests.has(Deployment.class, target)
                            || manifests.workload(target).replicas() != null
                            || it.getSpec().getMinReplicas() < 2
                            || it.getSpec().getMetrics().stream()
                                    .noneMatch(
                                            by -> "cpu".equals(by.getResource().getName()));
                })
                .map(it -> describe(it) + " scales nothing, or shares the number of pods with its Deployment");
    }

    private static String describe(HasMetadata object) {
        return object.getKind() + " " + object.getMetadata().getName();
    }
}
