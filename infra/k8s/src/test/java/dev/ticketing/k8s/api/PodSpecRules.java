package dev.ticketing.k8s.api;

import static dev.ticketing.k8s.api.Checks.between;
import static dev.ticketing.k8s.api.Checks.oneOf;
import static dev.ticketing.k8s.api.Checks.present;
import static dev.ticketing.k8s.api.Checks.unique;
import static dev.ticketing.k8s.api.Checks.unless;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The validation of a pod as a whole. */
final class PodSpecRules {

    private static final long MOST_ID = Integer.MAX_VALUE;

    private PodSpecRules() {}

    static Stream<String> topologyConstraints(List<HasMetadata> objects) {
        return Pods.check(objects, pods -> {
            var constraints = pods.spec().getTopologySpreadConstraints();
            return Stream.concat(
                    unique(
                            constraints.stream()
                                    .map(it -> it.getTopologyKey() + " " + it.getWhenUnsatisfiable())
                                    .toList(),
                            "constraint"),
                    constraints.stream().flatMap(PodSpecRules::wrong));
        });
    }

    private static Stream<String> wrong(TopologySpreadConstraint it) {
        return Stream.of(
                        unless(it.getMaxSkew() != null && it.getMaxSkew() > 0, "no maxSkew"),
                        unless(
                                it.getTopologyKey() != null && Syntax.isQualifiedName(it.getTopologyKey()),
                                "no topologyKey"),
                        unless(it.getWhenUnsatisfiable() != null, "no whenUnsatisfiable"),
                        oneOf(
                                it.getWhenUnsatisfiable(),
                                List.of("DoNotSchedule", "ScheduleAnyway"),
                                "whenUnsatisfiable"),
                        unless(
                                it.getMinDomains() == null || "DoNotSchedule".equals(it.getWhenUnsatisfiable()),
                                "minDomains without DoNotSchedule"),
                        unless(
                                it.getMatchLabelKeys().isEmpty() || it.getLabelSelector() != null,
                                "matchLabelKeys without labelSelector"),
                        it.getMatchLabelKeys().stream()
                                .filter(selected(it)::contains)
                                .map(key -> key + " exists in both matchLabelKeys and labelSelector"))
                .flatMap(violations -> violations);
    }

    /**
     * Since Kubernetes 1.34 the keys are merged into the selector when a pod is created, so the template may still have
     * passed.
     */
    private static Set<String> selected(TopologySpreadConstraint constraint) {
        var keys = new TreeSet<String>();
        if (constraint.getLabelSelector() != null) {
            keys.addAll(
                    Objects.requireNonNullElse(constraint.getLabelSelector().getMatchLabels(), Map.<String, String>of())
                            .keySet());
            constraint.getLabelSelector().getMatchExpressions().stream()
                    .map(LabelSelectorRequirement::getKey)
                    .forEach(keys::add);
        }
        return keys;
    }

    static Stream<String> restartsAndDeadlines(List<HasMetadata> objects) {
        return Pods.check(objects, pods -> {
            var spec = pods.spec();
            var policies = switch (pods.owner()) {
                case Job it -> List.of("Never", "OnFailure");
                case Pod it -> List.of("Never", "OnFailure", "Always");
                default -> List.of("Always");
            };
            var ends = pods.owner() instanceof Pod || pods.owner() instanceof Job;
            return Stream.of(
                            oneOf(spec.getRestartPolicy(), policies, "restartPolicy"),
                            unless(
                                    spec.getRestartPolicy() != null || !(pods.owner() instanceof Job),
                                    "a Job without restartPolicy"),
                            unless(
                                    ends || spec.getActiveDeadlineSeconds() == null,
                                    "activeDeadlineSeconds of pods that do not end"),
                            between(
                                    spec.getTerminationGracePeriodSeconds(),
                                    0,
                                    MOST_ID,
                                    "terminationGracePeriodSeconds"),
                            oneOf(
                                    spec.getDnsPolicy(),
                                    List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"),
                                    "dnsPolicy"),
                            unless(
                                    spec.getServiceAccountName() == null
                                            || Syntax.isSubdomain(spec.getServiceAccountName()),
                                    "serviceAccountName"))
                    .flatMap(violations -> violations);
        });
    }

    static Stream<String> securityContexts(List<HasMetadata> objects) {
        return Stream.concat(
                Pods.check(objects, PodSpecRules::security),
                Pods.checkContainers(objects, (pods, container) -> security(container)));
    }

    private static Stream<String> security(Pods pods) {
        var security = pods.spec().getSecurityContext();
        return security == null
                ? Stream.empty()
                : Stream.of(
                                between(security.getRunAsUser(), 0, MOST_ID, "runAsUser"),
                                between(security.getRunAsGroup(), 0, MOST_ID, "runAsGroup"),
                                between(security.getFsGroup(), 0, MOST_ID, "fsGroup"),
                                oneOf(
                                        security.getFsGroupChangePolicy(),
                                        List.of("OnRootMismatch", "Always"),
                                        "fsGroupChangePolicy"),
                                unless(
                                        !Boolean.TRUE.equals(security.getRunAsNonRoot())
                                                || !Long.valueOf(0).equals(security.getRunAsUser()),
                                        "is root and must not be"),
                                security.getSeccompProfile() == null
                                        ? Stream.<String>empty()
                                        : unless(
                                                security.getSeccompProfile()
                                                                .getType()
                                                                .equals("Localhost")
                                                        == (security.getSeccompProfile()
                                                                        .getLocalhostProfile()
                                                                != null),
                                                "localhostProfile goes with Localhost"),
                                unless(
                                        !Boolean.TRUE.equals(pods.spec().getShareProcessNamespace())
                                                || !Boolean.TRUE.equals(
                                                        pods.spec().getHostPID()),
                                        "shares the processes of the pod and of the host"))
                        .flatMap(violations -> violations);
    }

    private static Stream<String> security(Container container) {
        var security = container.getSecurityContext();
        return security == null || !Boolean.FALSE.equals(security.getAllowPrivilegeEscalation())
                ? Stream.empty()
                : unless(
                        !Boolean.TRUE.equals(security.getPrivileged())
                                && (security.getCapabilities() == null
                                        || !security.getCapabilities().getAdd().contains("CAP_SYS_ADMIN")),
                        "cannot be privileged and not escalate");
    }

    static Stream<String> volumes(List<HasMetadata> objects) {
        return Pods.check(
                objects,
                pods -> Stream.of(
                                unique(pods.volumes(), "volume"),
                                pods.volumes().stream()
                                        .filter(name -> !Syntax.isLabel(name))
                                        .map(name -> "no name of a volume: " + name),
                                pods.spec().getVolumes().stream().flatMap(PodSpecRules::wrong))
                        .flatMap(violations -> violations));
    }

    private static Stream<String> wrong(Volume it) {
        var sources = present(
                it.getConfigMap(),
                it.getSecret(),
                it.getEmptyDir(),
                it.getPersistentVolumeClaim(),
                it.getProjected(),
                it.getCsi(),
                it.getHostPath());
        var limit = it.getEmptyDir() == null ? null : it.getEmptyDir().getSizeLimit();
        return Stream.concat(
                unless(sources == 1, "volume " + it.getName() + " has " + sources + " sources"),
                unless(limit == null || Syntax.isQuantity(limit), "sizeLimit of volume " + it.getName()));
    }

    static Stream<String> containerNames(List<HasMetadata> objects) {
        return Pods.check(objects, pods -> {
            var names = pods.containers().map(Container::getName).toList();
            return Stream.concat(
                    unique(names, "container"),
                    names.stream()
                            .filter(name -> !Syntax.isLabel(name))
                            .map(name -> "no name of a container: " + name));
        });
    }

    static Stream<String> ports(List<HasMetadata> objects) {
        return Pods.check(objects, pods -> {
            var ports = pods.spec().getContainers().stream()
                    .flatMap(container -> container.getPorts().stream())
                    .toList();
            return Stream.of(
                            unique(
                                    ports.stream()
                                            .map(ContainerPort::getName)
                                            .filter(Objects::nonNull)
                                            .toList(),
                                    "port"),
                            unique(
                                    ports.stream()
                                            .map(it -> it.getContainerPort() + " " + it.getProtocol())
                                            .toList(),
                                    "port"),
                            ports.stream().flatMap(PodSpecRules::wrong))
                    .flatMap(violations -> violations);
        });
    }

    private static Stream<String> wrong(ContainerPort port) {
        return Stream.of(
                        unless(
                                port.getName() == null || Syntax.isPortName(port.getName()),
                                "no name of a port: " + port.getName()),
                        unless(port.getContainerPort() != null, "a port without a number"),
                        between(port.getContainerPort(), 1, 65535, "containerPort"),
                        oneOf(port.getProtocol(), List.of("TCP", "UDP", "SCTP"), "protocol"))
                .flatMap(violations -> violations);
    }
}
