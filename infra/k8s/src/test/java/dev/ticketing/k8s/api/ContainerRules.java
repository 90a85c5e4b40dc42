package dev.ticketing.k8s.api;

import static dev.ticketing.k8s.api.Checks.between;
import static dev.ticketing.k8s.api.Checks.oneOf;
import static dev.ticketing.k8s.api.Checks.present;
import static dev.ticketing.k8s.api.Checks.unique;
import static dev.ticketing.k8s.api.Checks.unless;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The validation of each container of a pod, including init containers. */
final class ContainerRules {

    private static final String FIELD =
            "metadata\\.(name|namespace|uid)|metadata\\.(labels|annotations)\\['[^']+']|spec\\.(nodeName|serviceAccountName)|status\\.(hostIPs?|podIPs?)";

    private ContainerRules() {}

    static Stream<String> probes(List<HasMetadata> objects) {
        return Pods.checkContainers(
                objects,
                (pods, it) -> Stream.of(
                                wrong(it, it.getStartupProbe(), true),
                                wrong(it, it.getLivenessProbe(), true),
                                wrong(it, it.getReadinessProbe(), false),
                                unless(
                                        it.getReadinessProbe() == null
                                                || it.getReadinessProbe().getTerminationGracePeriodSeconds() == null,
                                        "terminationGracePeriodSeconds of a readiness probe"),
                                unless(
                                        !pods.spec().getInitContainers().contains(it)
                                                || present(
                                                                it.getStartupProbe(),
                                                                it.getLivenessProbe(),
                                                                it.getReadinessProbe())
                                                        == 0,
                                        "is an init container and has probes"))
                        .flatMap(violations -> violations));
    }

    private static Stream<String> wrong(Container container, Probe probe, boolean succeedsOnce) {
        if (probe == null) {
            return Stream.empty();
        }
        var handlers = present(probe.getHttpGet(), probe.getTcpSocket(), probe.getExec(), probe.getGrpc());
        return Stream.of(
                        unless(handlers == 1, "a probe of " + handlers + " kinds"),
                        between(probe.getInitialDelaySeconds(), 0, Integer.MAX_VALUE, "initialDelaySeconds"),
                        between(probe.getPeriodSeconds(), 1, Integer.MAX_VALUE, "periodSeconds"),
                        between(probe.getTimeoutSeconds(), 1, Integer.MAX_VALUE, "timeoutSeconds"),
                        between(probe.getFailureThreshold(), 1, Integer.MAX_VALUE, "failureThreshold"),
                        between(probe.getSuccessThreshold(), 1, succeedsOnce ? 1 : 100, "successThreshold"),
                        probe.getHttpGet() == null
                                ? Stream.<String>empty()
                                : Stream.concat(
                                        port(container, probe.getHttpGet().getPort()),
                                        path(probe.getHttpGet().getPath())),
                        probe.getTcpSocket() == null
                                ? Stream.<String>empty()
                                : port(container, probe.getTcpSocket().getPort()),
                        probe.getExec() == null
                                ? Stream.<String>empty()
                                : unless(!probe.getExec().getCommand().isEmpty(), "an empty command"))
                .flatMap(violations -> violations);
    }

    private static Stream<String> path(String path) {
        return unless(path != null && path.startsWith("/"), "a probe without a path");
    }

    /** The API server accepts a name without a port; the kubelet then fails the probe. */
    private static Stream<String> port(Container container, IntOrString port) {
        return port.getIntVal() == null
                ? unless(
                        container.getPorts().stream()
                                .map(ContainerPort::getName)
                                .anyMatch(port.getStrVal()::equals),
                        "asks a port that it does not have: " + port.getStrVal())
                : between(port.getIntVal(), 1, 65535, "port");
    }

    static Stream<String> lifecycles(List<HasMetadata> objects) {
        return Pods.checkContainers(objects, (pods, it) -> {
            var stop = it.getLifecycle() == null ? null : it.getLifecycle().getPreStop();
            var grace = Objects.requireNonNullElse(pods.spec().getTerminationGracePeriodSeconds(), 30L);
            return stop == null ? Stream.empty() : wrong(stop, grace);
        });
    }

    private static Stream<String> wrong(LifecycleHandler stop, long grace) {
        return Stream.concat(
                unless(
                        present(stop.getExec(), stop.getHttpGet(), stop.getTcpSocket(), stop.getSleep()) == 1,
                        "a preStop of several kinds, or none"),
                stop.getSleep() == null
                        ? Stream.empty()
                        : between(stop.getSleep().getSeconds(), 0, grace, "sleep of preStop"));
    }

    static Stream<String> environments(List<HasMetadata> objects) {
        return Pods.checkContainers(
                objects,
                (pods, it) -> Stream.concat(
                        unique(it.getEnv().stream().map(EnvVar::getName).toList(), "variable"),
                        it.getEnv().stream().flatMap(ContainerRules::wrong)));
    }

    private static Stream<String> wrong(EnvVar variable) {
        var from = variable.getValueFrom();
        var field = from == null || from.getFieldRef() == null
                ? null
                : from.getFieldRef().getFieldPath();
        return Stream.of(
                        unless(Syntax.isVariable(variable.getName()), "no variable: " + variable.getName()),
                        unless(from == null || variable.getValue() == null, variable.getName() + " has two values"),
                        unless(
                                from == null
                                        || present(
                                                        from.getFieldRef(),
                                                        from.getSecretKeyRef(),
                                                        from.getConfigMapKeyRef(),
                                                        from.getResourceFieldRef())
                                                == 1,
                                variable.getName() + " has several sources, or none"),
                        unless(field == null || field.matches(FIELD), variable.getName() + " is of no field: " + field))
                .flatMap(violations -> violations);
    }

    static Stream<String> resources(List<HasMetadata> objects) {
        return Pods.checkContainers(objects, (pods, it) -> {
            if (it.getResources() == null) {
                return Stream.empty();
            }
            var requests = amounts(it.getResources().getRequests());
            var limits = amounts(it.getResources().getLimits());
            return Stream.concat(
                    Stream.of(requests, limits)
                            .flatMap(amounts -> amounts.entrySet().stream())
                            .filter(amount -> !isAmount(amount.getKey(), amount.getValue()))
                            .map(amount -> "no amount: " + amount),
                    requests.entrySet().stream()
                            .filter(asked -> isAmount(asked.getKey(), asked.getValue()))
                            .filter(asked -> limits.containsKey(asked.getKey())
                                    && isAmount(asked.getKey(), limits.get(asked.getKey()))
                                    && Syntax.amount(asked.getValue())
                                                    .compareTo(Syntax.amount(limits.get(asked.getKey())))
                                            > 0)
                            .map(asked -> "asks for more than its limit: " + asked));
        });
    }

    private static Map<String, Quantity> amounts(Map<String, Quantity> amounts) {
        return Objects.requireNonNullElse(amounts, Map.of());
    }

    /** Millibytes are accepted with a warning, and are never intended. */
    private static boolean isAmount(String resource, Quantity amount) {
        return List.of("cpu", "memory", "ephemeral-storage").contains(resource)
                && Syntax.isQuantity(amount)
                && (resource.equals("cpu")
                        || Syntax.amount(amount).remainder(BigDecimal.ONE).signum() == 0);
    }

    static Stream<String> volumeMounts(List<HasMetadata> objects) {
        return Pods.checkContainers(
                objects,
                (pods, it) -> Stream.of(
                                it.getVolumeMounts().stream()
                                        .map(VolumeMount::getName)
                                        .filter(name -> !pods.volumes().contains(name))
                                        .map(name -> "mounts a volume that is not there: " + name),
                                unique(
                                        it.getVolumeMounts().stream()
                                                .map(VolumeMount::getMountPath)
                                                .toList(),
                                        "mountPath"),
                                it.getVolumeMounts().stream()
                                        .filter(mount -> !mount.getMountPath().matches("/[^:]*")
                                                || mount.getSubPath() != null
                                                        && mount.getSubPath().matches("/.*|(.*/)?\\.\\.(/.*)?"))
                                        .map(mount -> "cannot mount at " + mount.getMountPath()))
                        .flatMap(violations -> violations));
    }

    static Stream<String> policies(List<HasMetadata> objects) {
        return Pods.checkContainers(
                objects,
                (pods, it) -> Stream.of(
                                unless(
                                        it.getImage() != null
                                                && it.getImage()
                                                        .equals(it.getImage().strip()),
                                        "image"),
                                oneOf(
                                        it.getImagePullPolicy(),
                                        List.of("IfNotPresent", "Always", "Never"),
                                        "imagePullPolicy"),
                                oneOf(
                                        it.getTerminationMessagePolicy(),
                                        List.of("File", "FallbackToLogsOnError"),
                                        "terminationMessagePolicy"))
                        .flatMap(violations -> violations));
    }
}
