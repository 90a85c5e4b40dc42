package dev.ticketing.k8s;

import static java.util.Map.entry;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A breaking change of good manifests for every rule. */
final class Plants {

    private static final Map<Rule, Consumer<Manifests>> PLANTS = new EnumMap<>(Map.ofEntries(
            entry(
                    Rule.NOT_ROOT,
                    pod(it -> it.template().getSpec().getSecurityContext().setRunAsNonRoot(false))),
            entry(
                    Rule.RESTRICTED,
                    pod(it -> it.container()
                            .getSecurityContext()
                            .getCapabilities()
                            .setDrop(List.of("NET_RAW")))),
            entry(
                    Rule.READ_ONLY_ROOT,
                    pod(it -> it.container().getSecurityContext().setReadOnlyRootFilesystem(null))),
            entry(
                    Rule.OWN_ACCOUNT_WITHOUT_TOKEN,
                    pod(it -> it.template().getSpec().setServiceAccountName("default"))),
            entry(Rule.NO_SERVICE_LINKS, pod(it -> it.template().getSpec().setEnableServiceLinks(null))),
            entry(
                    Rule.REQUESTS_AND_LIMITS,
                    pod(it -> it.container().getResources().getLimits().remove("memory"))),
            entry(
                    Rule.PROBES,
                    pod(it -> it.container().getReadinessProbe().getHttpGet().setPath("/"))),
            entry(Rule.PINNED_IMAGES, pod(it -> it.container().setImage("ticketing/orders-service:latest"))),
            entry(
                    Rule.CURRENT_RELEASES,
                    manifests -> manifests.workload("nats").container().setImage("nats:2.12.7-alpine")),
            entry(
                    Rule.READY_FOR_A_WHILE,
                    manifests -> manifests
                            .the(Deployment.class, "orders-service")
                            .getSpec()
                            .setMinReadySeconds(null)),
            entry(Rule.TIME_TO_DRAIN, pod(it -> it.template().getSpec().setTerminationGracePeriodSeconds(30L))),
            entry(Rule.DISRUPTION_BUDGETS, without(PodDisruptionBudget.class, "orders-service")),
            entry(
                    Rule.SPREAD,
                    pod(it -> it.template()
                            .getSpec()
                            .getTopologySpreadConstraints()
                            .clear())),
            entry(
                    Rule.DATA_ON_VOLUMES,
                    manifests ->
                            manifests.the(StatefulSet.class, "nats").getSpec().setVolumeClaimTemplates(List.of())),
            entry(Rule.ONE_NAMESPACE, pod(it -> it.owner().getMetadata().setNamespace("default"))),
            entry(
                    Rule.NAMESPACE_ENFORCES_RESTRICTED,
                    manifests -> manifests
                            .the(Namespace.class, "ticketing")
                            .getMetadata()
                            .getLabels()
                            .clear()),
            entry(
                    Rule.NO_SECRETS,
                    manifests -> manifests
                            .objects()
                            .add(new SecretBuilder()
                                    .withNewMetadata()
                                    .withName("jwt-secret")
                                    .endMetadata()
                                    .build())),
            entry(
                    Rule.NO_LOAD_BALANCER,
                    manifests ->
                            manifests.the(Service.class, "client").getSpec().setType("LoadBalancer")),
            entry(
                    Rule.SERVICES_FIND_PODS,
                    manifests -> manifests
                            .the(Service.class, "auth-service")
                            .getSpec()
                            .getSelector()
                            .remove("app.kubernetes.io/component")),
            entry(
                    Rule.WORKLOADS_SELECT_THEIR_OWN,
                    pod(it -> it.selector().getMatchLabels().remove("app.kubernetes.io/name"))),
            entry(
                    Rule.CONFIGURATION_EXISTS,
                    pod(it -> it.container()
                            .getEnvFrom()
                            .getFirst()
                            .getConfigMapRef()
                            .setName("other"))),
            entry(Rule.SECRETS_ARE_MADE, secret("NATS_PASSWORD", "orders-service", "PASSWORD")),
            entry(Rule.SECRETS_ONLY_WHERE_NEEDED, secret("NATS_PASSWORD", "jwt-secret", "JWT_KEY")),
            entry(Rule.EVERY_SETTING_IS_READ, env(new EnvVar("RESERVATION_WINDOWS", "PT15M", null))),
            entry(Rule.EVERY_NEEDED_SETTING_IS_SET, config("orders-service", "AUTH_URL", it -> null)),
            entry(
                    Rule.ROUTES_ARE_THE_FRONT_DOORS,
                    manifests -> manifests
                            .the(Ingress.class, "ticketing")
                            .getSpec()
                            .getRules()
                            .getFirst()
                            .getHttp()
                            .getPaths()
                            .getFirst()
                            .setPath("/api/user")),
            entry(
                    Rule.INGRESS_NEEDS_NOTHING_SPECIAL,
                    manifests -> manifests
                            .the(Ingress.class, "ticketing")
                            .getMetadata()
                            .setAnnotations(Map.of("nginx.ingress.kubernetes.io/rewrite-target", "/"))),
            entry(
                    Rule.AUTOSCALERS_SCALE,
                    manifests -> manifests
                            .the(Deployment.class, "orders-service")
                            .getSpec()
                            .setReplicas(2)),
            entry(Rule.METRICS_ARE_APART, config("orders-service", "MANAGEMENT_PORT", it -> "8080")),
            entry(Rule.DEFAULT_IS_TO_DENY, without(NetworkPolicy.class, "default-deny")),
            entry(Rule.NAMES_ARE_RESOLVED, without(NetworkPolicy.class, "dns")),
            entry(Rule.ONLY_THE_ARROWS_OF_THE_PICTURE, without(NetworkPolicy.class, "orders-mongodb")),
            entry(Rule.NOTHING_IS_SAID_IN_THE_CLEAR, config("orders-service", "NATS_URL", it -> "nats://nats:4222")),
            entry(
                    Rule.DATABASE_PER_SERVICE,
                    config("orders-service", "MONGODB_URI", it -> it.replace("@orders-", "@tickets-"))),
            entry(
                    Rule.DATABASES_ASK_WHO_IS_THERE,
                    config("orders-mongodb", "mongod.conf", it -> it.replace("enabled", "disabled"))),
            entry(
                    Rule.REPLICA_SETS_ARE_WHOLE,
                    manifests -> manifests
                            .the(StatefulSet.class, "orders-mongodb")
                            .getSpec()
                            .setReplicas(2)),
            entry(Rule.BROKER_IS_REPLICATED, config("orders-service", "NATS_REPLICAS", it -> "5")),
            entry(
                    Rule.BROKER_KNOWS_EVERYBODY,
                    config("nats", "users.conf", it -> it.replace("orders-service", "order-service"))),
            entry(
                    Rule.TIMERS_ARE_PERSISTENT,
                    config("expiration-redis", "redis.conf", it -> it.replace("appendonly yes", "")))));

    private Plants() {}

    /** Good manifests to which the rule applies. */
    static String good(Rule rule) {
        return rule == Rule.NOTHING_IS_SAID_IN_THE_CLEAR ? "[replicated, internal-tls]" : "gke";
    }

    static void plant(Rule rule, Manifests manifests) {
        if (!PLANTS.containsKey(rule)) {
            throw new IllegalArgumentException("nothing breaks " + rule);
        }
        PLANTS.get(rule).accept(manifests);
    }

    private static Consumer<Manifests> pod(Consumer<Workload> change) {
        return manifests -> change.accept(manifests.workload("orders-service"));
    }

    private static Consumer<Manifests> without(Class<? extends HasMetadata> kind, String name) {
        return manifests -> manifests.objects().remove(manifests.the(kind, name));
    }

    private static Consumer<Manifests> env(EnvVar variable) {
        return pod(it -> {
            var changed = new ArrayList<>(it.container().getEnv());
            changed.removeIf(env -> env.getName().equals(variable.getName()));
            changed.add(variable);
            it.container().setEnv(changed);
        });
    }

    private static Consumer<Manifests> secret(String variable, String name, String key) {
        return env(new EnvVarBuilder()
                .withName(variable)
                .withNewValueFrom()
                .withNewSecretKeyRef(key, name, true)
                .endValueFrom()
                .build());
    }

    private static Consumer<Manifests> config(String owner, String key, UnaryOperator<String> change) {
        return manifests -> manifests
                .all(ConfigMap.class)
                .filter(it -> it.getMetadata().getName().matches(owner + "-\\w+"))
                .forEach(it -> it.getData().compute(key, (name, value) -> change.apply(value)));
    }
}
