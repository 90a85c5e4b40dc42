package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Requirements for every pod. */
final class PodRules {

    private PodRules() {}

    private static Stream<String> unless(Manifests manifests, Predicate<Workload> fine, String violation) {
        return manifests.workloads().filter(fine.negate()).map(workload -> workload.name() + " " + violation);
    }

    static Stream<String> notRoot(Manifests manifests) {
        return unless(
                manifests,
                it -> {
                    var security = it.template().getSpec().getSecurityContext();
                    return security != null
                            && Boolean.TRUE.equals(security.getRunAsNonRoot())
                            && security.getRunAsUser() != null
                            && security.getRunAsUser() > 0;
                },
                "may run as root");
    }

    /** The namespace enforces this: Pod Security <i>restricted</i>. */
    static Stream<String> restricted(Manifests manifests) {
        return unless(
                manifests,
                it -> {
                    var seccomp = it.template().getSpec().getSecurityContext().getSeccompProfile();
                    var security = it.container().getSecurityContext();
                    return seccomp != null
                            && seccomp.getType().equals("RuntimeDefault")
                            && Boolean.FALSE.equals(security.getAllowPrivilegeEscalation())
                            && security.getCapabilities().getDrop().contains("ALL")
                            && security.getCapabilities().getAdd().isEmpty()
                            && it.template().getSpec().getVolumes().stream()
                                    .allMatch(volume -> volume.getHostPath() == null);
                },
                "is not restricted");
    }

    static Stream<String> readOnlyRoot(Manifests manifests) {
        return unless(
                manifests,
                it -> Boolean.TRUE.equals(it.container().getSecurityContext().getReadOnlyRootFilesystem()),
                "may write to its root file system");
    }

    static Stream<String> ownAccountWithoutToken(Manifests manifests) {
        return unless(
                manifests,
                it -> {
                    var pod = it.template().getSpec();
                    return it.name().equals(pod.getServiceAccountName())
                            && Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())
                            && manifests.has(ServiceAccount.class, it.name());
                },
                "has no ServiceAccount of its own, or a token of it");
    }

    static Stream<String> noServiceLinks(Manifests manifests) {
        return unless(
                manifests,
                it -> Boolean.FALSE.equals(it.template().getSpec().getEnableServiceLinks()),
                "gets NATS_PORT and the like from Kubernetes");
    }

    static Stream<String> requestsAndLimits(Manifests manifests) {
        return unless(
                manifests,
                it -> Stream.of(
                                        it.container().getResources().getRequests(),
                                        it.container().getResources().getLimits())
                                .filter(Objects::nonNull)
                                .map(Map::keySet)
                                .filter(resources -> resources.contains("cpu") && resources.contains("memory"))
                                .count()
                        == 2,
                "does not say what it needs and what it may take");
    }

    static Stream<String> probes(Manifests manifests) {
        return unless(
                manifests,
                it -> it.container().getStartupProbe() != null
                        && it.container().getReadinessProbe() != null
                        && it.container().getLivenessProbe() != null
                        && (!it.isOurs() || byActuator(it)),
                "lacks a probe");
    }

    private static boolean byActuator(Workload it) {
        return asks(it.container().getStartupProbe(), "/livez")
                && asks(it.container().getReadinessProbe(), "/readyz")
                && asks(it.container().getLivenessProbe(), "/livez");
    }

    /** On the port of the requests: a separate port might respond when that one does not. */
    private static boolean asks(Probe probe, String path) {
        return probe.getHttpGet() != null
                && path.equals(probe.getHttpGet().getPath())
                && "http".equals(probe.getHttpGet().getPort().getStrVal());
    }

    /** Images are pulled only if missing, and no tag is {@code latest}. */
    static Stream<String> pinnedImages(Manifests manifests) {
        return unless(
                manifests,
                it -> it.container().getImage().matches(".+:(?!latest$)[\\w.-]+|.+@sha256:\\p{XDigit}{64}")
                        && "IfNotPresent".equals(it.container().getImagePullPolicy()),
                "has no pinned image, or fetches it again");
    }

    static Stream<String> currentReleases(Manifests manifests) {
        return unless(
                manifests,
                it -> it.isOurs() || Releases.isCurrent(it.container().getImage()),
                "runs a release with known holes");
    }

    /**
     * An old pod goes only after the new one has been ready for a while, and a busy machine alone makes no pod unready.
     */
    static Stream<String> readyForAWhile(Manifests manifests) {
        return unless(
                manifests,
                it -> !(it.owner() instanceof Deployment deployment) || isPatient(it) && isKept(deployment.getSpec()),
                "is replaced by a pod that may not be ready, or is not ready as soon as it is slow");
    }

    private static boolean isKept(DeploymentSpec spec) {
        var strategy = spec.getStrategy();
        return "Recreate".equals(strategy.getType())
                || spec.getMinReadySeconds() != null
                        && spec.getMinReadySeconds() >= 10
                        && Integer.valueOf(1)
                                .equals(strategy.getRollingUpdate()
                                        .getMaxSurge()
                                        .getIntVal())
                        && Integer.valueOf(0)
                                .equals(strategy.getRollingUpdate()
                                        .getMaxUnavailable()
                                        .getIntVal());
    }

    private static boolean isPatient(Workload workload) {
        var ready = workload.container().getReadinessProbe();
        return ready.getTimeoutSeconds() >= 5 && ready.getPeriodSeconds() * ready.getFailureThreshold() >= 30;
    }

    /** A stop: the pause before it, the pause during it, and the sixty seconds of docs/operations.md. */
    static Stream<String> timeToDrain(Manifests manifests) {
        return unless(
                manifests,
                it -> {
                    var lifecycle = it.container().getLifecycle();
                    var grace = it.template().getSpec().getTerminationGracePeriodSeconds();
                    return !it.isOurs()
                            || lifecycle != null
                                    && lifecycle.getPreStop() != null
                                    && grace != null
                                    && grace
                                            >= 2
                                                            * lifecycle
                                                                    .getPreStop()
                                                                    .getSleep()
                                                                    .getSeconds()
                                                    + 60;
                },
                "is not given the time to drain");
    }

    static Stream<String> disruptionBudgets(Manifests manifests) {
        return unless(
                manifests,
                it -> manifests
                        .all(PodDisruptionBudget.class)
                        .anyMatch(budget -> Selectors.matches(budget.getSpec().getSelector(), it.labels())),
                "has no PodDisruptionBudget");
    }

    /** By name and component, so that pods of other workloads do not count. */
    static Stream<String> spread(Manifests manifests) {
        return unless(
                manifests,
                it -> it.template().getSpec().getTopologySpreadConstraints().stream()
                        .anyMatch(constraint -> constraint.getTopologyKey().equals("kubernetes.io/hostname")
                                && Selectors.matches(constraint.getLabelSelector(), it.labels())
                                && constraint
                                        .getMatchLabelKeys()
                                        .containsAll(
                                                it.selector().getMatchLabels().keySet())),
                "may end up on one machine");
    }

    /** Persistent data is on a separate volume. */
    static Stream<String> dataOnVolumes(Manifests manifests) {
        return manifests
                .all(StatefulSet.class)
                .filter(it -> it.getSpec().getVolumeClaimTemplates().isEmpty())
                .map(it -> it.getMetadata().getName() + " has no volume");
    }

    static Quantity request(Workload workload, String resource) {
        return workload.container().getResources().getRequests().get(resource);
    }
}
