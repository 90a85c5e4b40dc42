package dev.ticketing.k8s;

import static dev.ticketing.k8s.api.ApiRule.AUTOSCALERS;
import static dev.ticketing.k8s.api.ApiRule.CLAIMS;
import static dev.ticketing.k8s.api.ApiRule.CONFIGURATION_KEYS;
import static dev.ticketing.k8s.api.ApiRule.CONTAINER_NAMES;
import static dev.ticketing.k8s.api.ApiRule.CONTAINER_PORTS;
import static dev.ticketing.k8s.api.ApiRule.DISRUPTION_BUDGETS;
import static dev.ticketing.k8s.api.ApiRule.ENVIRONMENTS;
import static dev.ticketing.k8s.api.ApiRule.HTTP_ROUTES;
import static dev.ticketing.k8s.api.ApiRule.INGRESSES;
import static dev.ticketing.k8s.api.ApiRule.LABELS;
import static dev.ticketing.k8s.api.ApiRule.LABEL_SELECTORS;
import static dev.ticketing.k8s.api.ApiRule.LIFECYCLES;
import static dev.ticketing.k8s.api.ApiRule.NAMES;
import static dev.ticketing.k8s.api.ApiRule.NETWORK_POLICIES;
import static dev.ticketing.k8s.api.ApiRule.POD_SECURITY;
import static dev.ticketing.k8s.api.ApiRule.POLICIES_OF_CONTAINERS;
import static dev.ticketing.k8s.api.ApiRule.PROBES;
import static dev.ticketing.k8s.api.ApiRule.RESOURCES;
import static dev.ticketing.k8s.api.ApiRule.RESTARTS_AND_DEADLINES;
import static dev.ticketing.k8s.api.ApiRule.SECURITY_CONTEXTS;
import static dev.ticketing.k8s.api.ApiRule.SELECTORS_ARE_THEIR_PODS;
import static dev.ticketing.k8s.api.ApiRule.SELECTORS_NEVER_CHANGE;
import static dev.ticketing.k8s.api.ApiRule.SERVICES;
import static dev.ticketing.k8s.api.ApiRule.STATEFUL_SETS;
import static dev.ticketing.k8s.api.ApiRule.STRATEGIES;
import static dev.ticketing.k8s.api.ApiRule.TOPOLOGY_CONSTRAINTS;
import static dev.ticketing.k8s.api.ApiRule.VOLUMES;
import static dev.ticketing.k8s.api.ApiRule.VOLUME_MOUNTS;

import dev.ticketing.k8s.api.ApiRule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Changes of good manifests that an API server refuses, or accepts without creating a pod; at least one for every rule.
 */
final class ApiPlants {

    record Plant(ApiRule rule, String what, Consumer<Manifests> change) {

        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }

    static final List<Plant> ALL = List.of(
            new Plant(NAMES, "twice", it -> it.objects().add(it.the(Deployment.class, "client"))),
            new Plant(
                    NAMES,
                    "upper case",
                    it -> it.the(Deployment.class, "client").getMetadata().setName("Client")),
            new Plant(
                    NAMES,
                    "too long for its pods' label",
                    it -> it.the(StatefulSet.class, "nats").getMetadata().setName("n".repeat(53))),
            new Plant(
                    NAMES,
                    "a Service that begins with a digit",
                    it -> it.the(Service.class, "nats").getMetadata().setName("2nats")),
            new Plant(
                    LABELS,
                    "64 characters",
                    it -> it.workload("client").labels().put("app.kubernetes.io/version", "x".repeat(64))),
            new Plant(LABELS, "no value", it -> it.workload("client").labels().put("version", "1.0+dirty")),
            new Plant(LABELS, "no key", it -> it.workload("client").labels().put("part/of/it", "x")),
            new Plant(
                    LABELS,
                    "annotation",
                    it -> it.the(Deployment.class, "client").getMetadata().setAnnotations(Map.of("no key", ""))),
            new Plant(
                    LABEL_SELECTORS,
                    "In without values",
                    it -> it.workload("client")
                            .selector()
                            .setMatchExpressions(List.of(new LabelSelectorRequirement("a", "In", List.of())))),
            new Plant(
                    LABEL_SELECTORS,
                    "Exists with values",
                    it -> it.the(NetworkPolicy.class, "dns")
                            .getSpec()
                            .getPodSelector()
                            .setMatchExpressions(List.of(new LabelSelectorRequirement("a", "Exists", List.of("b"))))),
            new Plant(
                    CONFIGURATION_KEYS,
                    "slash",
                    it -> it.all(ConfigMap.class)
                            .forEach(config -> config.getData().put("conf/nats", ""))),
            new Plant(
                    CONFIGURATION_KEYS,
                    "a secret without a key",
                    container(it -> it.getEnv().stream()
                            .filter(env -> env.getValueFrom() != null
                                    && env.getValueFrom().getSecretKeyRef() != null)
                            .forEach(env -> env.getValueFrom().getSecretKeyRef().setKey(null)))),
            new Plant(
                    TOPOLOGY_CONSTRAINTS,
                    "a key selected twice, by expression",
                    pod(it -> it.getTopologySpreadConstraints()
                            .getFirst()
                            .getLabelSelector()
                            .setMatchExpressions(List.of(new LabelSelectorRequirement(
                                    "app.kubernetes.io/component", "Exists", List.of()))))),
            new Plant(
                    TOPOLOGY_CONSTRAINTS,
                    "a key selected twice, by label",
                    pod(it -> it.getTopologySpreadConstraints()
                            .getFirst()
                            .getLabelSelector()
                            .setMatchLabels(Map.of("app.kubernetes.io/name", "orders")))),
            new Plant(
                    TOPOLOGY_CONSTRAINTS,
                    "keys without a selector",
                    pod(it -> it.getTopologySpreadConstraints().getFirst().setLabelSelector(null))),
            new Plant(
                    TOPOLOGY_CONSTRAINTS,
                    "twice the same",
                    pod(it -> it.getTopologySpreadConstraints()
                            .add(it.getTopologySpreadConstraints().getFirst()))),
            new Plant(
                    TOPOLOGY_CONSTRAINTS,
                    "no skew",
                    pod(it -> it.getTopologySpreadConstraints().getFirst().setMaxSkew(0))),
            new Plant(
                    TOPOLOGY_CONSTRAINTS,
                    "minDomains",
                    pod(it -> it.getTopologySpreadConstraints().getFirst().setMinDomains(2))),
            new Plant(RESTARTS_AND_DEADLINES, "restartPolicy", pod(it -> it.setRestartPolicy("OnFailure"))),
            new Plant(RESTARTS_AND_DEADLINES, "deadline", pod(it -> it.setActiveDeadlineSeconds(60L))),
            new Plant(
                    SECURITY_CONTEXTS,
                    "root that is not",
                    pod(it -> it.getSecurityContext().setRunAsUser(0L))),
            new Plant(
                    SECURITY_CONTEXTS,
                    "no user",
                    pod(it -> it.getSecurityContext().setRunAsUser(1L << 31))),
            new Plant(
                    SECURITY_CONTEXTS,
                    "profile without a name",
                    pod(it -> it.getSecurityContext().getSeccompProfile().setType("Localhost"))),
            new Plant(
                    SECURITY_CONTEXTS,
                    "privileged",
                    container(it -> it.getSecurityContext().setPrivileged(true))),
            new Plant(
                    POD_SECURITY,
                    "capability",
                    container(it -> it.getSecurityContext().getCapabilities().setAdd(List.of("SYS_TIME")))),
            new Plant(POD_SECURITY, "without a context", container(it -> it.setSecurityContext(null))),
            new Plant(POD_SECURITY, "a network of the host", pod(it -> it.setHostNetwork(true))),
            new Plant(
                    VOLUMES,
                    "twice",
                    pod(it -> it.getVolumes().add(it.getVolumes().getFirst()))),
            new Plant(
                    VOLUMES,
                    "two sources",
                    it -> it.workload("nats").template().getSpec().getVolumes().stream()
                            .filter(volume -> volume.getConfigMap() != null)
                            .forEach(volume -> volume.setEmptyDir(new EmptyDirVolumeSource()))),
            new Plant(
                    VOLUMES,
                    "no size",
                    pod(it -> it.getVolumes().getFirst().getEmptyDir().setSizeLimit(new Quantity("64MB")))),
            new Plant(
                    CONTAINER_NAMES,
                    "twice",
                    pod(it -> it.setInitContainers(List.of(it.getContainers().getFirst())))),
            new Plant(CONTAINER_NAMES, "underscore", container(it -> it.setName("orders_service"))),
            new Plant(
                    CONTAINER_PORTS,
                    "16 characters",
                    container(it -> it.getPorts().getFirst().setName("http-for-browser"))),
            new Plant(
                    CONTAINER_PORTS,
                    "a name twice",
                    container(it -> it.getPorts().add(port("http", 9090)))),
            new Plant(
                    CONTAINER_PORTS,
                    "a number twice",
                    container(it -> it.getPorts().add(port("more", 8080)))),
            new Plant(
                    CONTAINER_PORTS, "no number", container(it -> it.getPorts().add(port("more", 80800)))),
            new Plant(
                    PROBES,
                    "two kinds",
                    container(it ->
                            it.getReadinessProbe().setTcpSocket(new TCPSocketAction(null, new IntOrString("http"))))),
            new Plant(
                    PROBES,
                    "alive only at the second success",
                    container(it -> it.getLivenessProbe().setSuccessThreshold(2))),
            new Plant(PROBES, "no time", container(it -> it.getReadinessProbe().setTimeoutSeconds(0))),
            new Plant(
                    PROBES,
                    "grace of readiness",
                    container(it -> it.getReadinessProbe().setTerminationGracePeriodSeconds(5L))),
            new Plant(
                    PROBES,
                    "a port that is not there",
                    container(it -> it.getReadinessProbe().getHttpGet().setPort(new IntOrString("management")))),
            new Plant(
                    LIFECYCLES,
                    "sleeps longer than it may",
                    container(it -> it.getLifecycle().getPreStop().getSleep().setSeconds(76L))),
            new Plant(
                    LIFECYCLES,
                    "two kinds",
                    container(it -> it.getLifecycle().getPreStop().setExec(new ExecAction(List.of("sleep"))))),
            new Plant(
                    ENVIRONMENTS,
                    "twice",
                    container(it -> it.getEnv().add(it.getEnv().getFirst()))),
            new Plant(ENVIRONMENTS, "no name", container(it -> it.getEnv().add(new EnvVar("A=B", "", null)))),
            new Plant(
                    ENVIRONMENTS,
                    "two values",
                    container(it -> it.getEnv().getFirst().setValue("x"))),
            new Plant(
                    ENVIRONMENTS,
                    "no field",
                    container(it -> it.getEnv().stream()
                            .filter(env -> env.getValueFrom() != null
                                    && env.getValueFrom().getFieldRef() != null)
                            .forEach(env -> env.getValueFrom().getFieldRef().setFieldPath("spec.replicas")))),
            new Plant(
                    RESOURCES,
                    "asks for more than its limit",
                    container(it -> it.getResources().getRequests().put("memory", new Quantity("1Gi")))),
            new Plant(
                    RESOURCES,
                    "no amount",
                    container(it -> it.getResources().getLimits().put("memory", new Quantity("448MB")))),
            new Plant(
                    RESOURCES,
                    "half a byte",
                    container(it -> it.getResources().getLimits().put("memory", new Quantity("448500m")))),
            new Plant(
                    RESOURCES,
                    "no resource",
                    container(it -> it.getResources().getLimits().put("mem", new Quantity("1Gi")))),
            new Plant(
                    VOLUME_MOUNTS,
                    "no volume",
                    container(it -> it.getVolumeMounts().getFirst().setName("temp"))),
            new Plant(
                    VOLUME_MOUNTS,
                    "twice",
                    container(
                            it -> it.getVolumeMounts().add(it.getVolumeMounts().getFirst()))),
            new Plant(
                    VOLUME_MOUNTS,
                    "colon",
                    container(it -> it.getVolumeMounts().getFirst().setMountPath("/tmp:rw"))),
            new Plant(POLICIES_OF_CONTAINERS, "pull", container(it -> it.setImagePullPolicy("Missing"))),
            new Plant(POLICIES_OF_CONTAINERS, "image", container(it -> it.setImage("nats:2 "))),
            new Plant(
                    SELECTORS_ARE_THEIR_PODS,
                    "other label",
                    it -> it.workload("client").selector().getMatchLabels().put("app.kubernetes.io/name", "pages")),
            new Plant(SELECTORS_NEVER_CHANGE, "version", it -> {
                it.workload("client").selector().getMatchLabels().put("app.kubernetes.io/version", "1");
                it.workload("client").labels().put("app.kubernetes.io/version", "1");
            }),
            new Plant(
                    STRATEGIES,
                    "neither more nor less",
                    deployment(it -> it.getStrategy().getRollingUpdate().setMaxSurge(new IntOrString(0)))),
            new Plant(STRATEGIES, "Recreate", deployment(it -> it.getStrategy().setType("Recreate"))),
            new Plant(STRATEGIES, "deadline", deployment(it -> it.setMinReadySeconds(600))),
            new Plant(STATEFUL_SETS, "no Service", nats(it -> it.setServiceName("nats"))),
            new Plant(STATEFUL_SETS, "management", nats(it -> it.setPodManagementPolicy("Ordered"))),
            new Plant(
                    CLAIMS,
                    "no mode",
                    nats(it -> it.getVolumeClaimTemplates().getFirst().getSpec().setAccessModes(List.of()))),
            new Plant(
                    CLAIMS,
                    "no size",
                    nats(it -> it.getVolumeClaimTemplates()
                            .getFirst()
                            .getSpec()
                            .getResources()
                            .setRequests(Map.of()))),
            new Plant(DISRUPTION_BUDGETS, "both", budget(it -> it.setMinAvailable(new IntOrString(1)))),
            new Plant(DISRUPTION_BUDGETS, "policy", budget(it -> it.setUnhealthyPodEvictionPolicy("Always"))),
            new Plant(AUTOSCALERS, "more at least than at most", autoscaler(it -> it.setMaxReplicas(1))),
            new Plant(
                    AUTOSCALERS,
                    "another target",
                    autoscaler(it ->
                            it.getMetrics().getFirst().getResource().getTarget().setType("Utilization"))),
            new Plant(
                    AUTOSCALERS,
                    "window",
                    autoscaler(it -> it.getBehavior().getScaleUp().setStabilizationWindowSeconds(3601))),
            new Plant(
                    SERVICES,
                    "targetPort of 16 characters",
                    service(it -> it.getPorts().getFirst().setTargetPort(new IntOrString("http-for-browser")))),
            new Plant(
                    SERVICES, "no name", service(it -> it.getPorts().getFirst().setName("http_1"))),
            new Plant(SERVICES, "no port", service(it -> it.setPorts(new ArrayList<>()))),
            new Plant(INGRESSES, "path", path(it -> it.setPath("api/users"))),
            new Plant(INGRESSES, "dots", path(it -> it.setPath("/api/../users"))),
            new Plant(INGRESSES, "pathType", path(it -> it.setPathType("prefix"))),
            new Plant(
                    INGRESSES,
                    "no port of the Service",
                    path(it -> it.getBackend().getService().getPort().setName("web"))),
            new Plant(
                    INGRESSES,
                    "host",
                    it -> it.the(Ingress.class, "ticketing")
                            .getSpec()
                            .getRules()
                            .getFirst()
                            .setHost("Ticketing.dev")),
            new Plant(HTTP_ROUTES, "no Service", manifests -> {
                var route = Combinations.copyOf("[gateway-api]").the(HTTPRoute.class, "ticketing");
                route.getSpec()
                        .getRules()
                        .getFirst()
                        .getBackendRefs()
                        .getFirst()
                        .setName("auth");
                manifests.objects().add(route);
            }),
            new Plant(
                    NETWORK_POLICIES,
                    "not in the network",
                    stripe(it -> it.getEgress()
                            .getFirst()
                            .getTo()
                            .getFirst()
                            .getIpBlock()
                            .setCidr("10.0.0.0/8"))),
            new Plant(
                    NETWORK_POLICIES,
                    "bits behind the prefix",
                    stripe(it -> it.getEgress()
                            .getFirst()
                            .getTo()
                            .getFirst()
                            .getIpBlock()
                            .setExcept(List.of("10.0.0.1/8")))),
            new Plant(
                    NETWORK_POLICIES,
                    "nobody",
                    stripe(it -> it.getEgress().getFirst().getTo().getFirst().setIpBlock(null))));

    private ApiPlants() {}

    private static ContainerPort port(String name, int number) {
        var port = new ContainerPort();
        port.setName(name);
        port.setContainerPort(number);
        return port;
    }

    private static Consumer<Manifests> pod(Consumer<PodSpec> change) {
        return it -> change.accept(it.workload("orders-service").template().getSpec());
    }

    private static Consumer<Manifests> container(Consumer<Container> change) {
        return it -> change.accept(it.workload("orders-service").container());
    }

    private static Consumer<Manifests> deployment(Consumer<DeploymentSpec> change) {
        return it -> change.accept(it.the(Deployment.class, "client").getSpec());
    }

    private static Consumer<Manifests> nats(Consumer<StatefulSetSpec> change) {
        return it -> change.accept(it.the(StatefulSet.class, "nats").getSpec());
    }

    private static Consumer<Manifests> budget(Consumer<PodDisruptionBudgetSpec> change) {
        return it -> change.accept(it.the(PodDisruptionBudget.class, "nats").getSpec());
    }

    private static Consumer<Manifests> autoscaler(Consumer<HorizontalPodAutoscalerSpec> change) {
        return it ->
                change.accept(it.the(HorizontalPodAutoscaler.class, "client").getSpec());
    }

    private static Consumer<Manifests> service(Consumer<ServiceSpec> change) {
        return it -> change.accept(it.the(Service.class, "client").getSpec());
    }

    private static Consumer<Manifests> path(Consumer<HTTPIngressPath> change) {
        return it -> change.accept(it.the(Ingress.class, "ticketing")
                .getSpec()
                .getRules()
                .getFirst()
                .getHttp()
                .getPaths()
                .getFirst());
    }

    private static Consumer<Manifests> stripe(Consumer<NetworkPolicySpec> change) {
        return it -> change.accept(
                it.the(NetworkPolicy.class, "payments-service-to-stripe").getSpec());
    }
}
