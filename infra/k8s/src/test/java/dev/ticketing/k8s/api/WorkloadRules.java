package dev.ticketing.k8s.api;

import static dev.ticketing.k8s.api.Checks.between;
import static dev.ticketing.k8s.api.Checks.oneOf;
import static dev.ticketing.k8s.api.Checks.present;
import static dev.ticketing.k8s.api.Checks.unless;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The validation of objects that create, limit and scale pods. */
final class WorkloadRules {

    /** Labels that stay as long as a workload exists. */
    private static final Set<String> LASTING = Set.of("app.kubernetes.io/name", "app.kubernetes.io/component");

    private WorkloadRules() {}

    private static <T extends HasMetadata> Stream<String> check(
            List<HasMetadata> objects, Class<T> kind, Function<T, Stream<String>> check) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .flatMap(it -> check.apply(it)
                        .map(violation -> it.getKind() + " " + it.getMetadata().getName() + ": " + violation));
    }

    static Stream<String> selectorsAreTheirPods(List<HasMetadata> objects) {
        return Pods.check(objects, pods -> {
            var selector = selectorOf(pods.owner());
            return selector == null
                    ? Stream.empty()
                    : unless(
                            !labels(selector).isEmpty()
                                    && pods.metadata()
                                            .getLabels()
                                            .entrySet()
                                            .containsAll(labels(selector).entrySet()),
                            "selector does not match its template's labels");
        });
    }

    /** A selector can never change, so it may contain only permanent labels. */
    static Stream<String> selectorsNeverChange(List<HasMetadata> objects) {
        return Pods.check(objects, pods -> {
            var selector = selectorOf(pods.owner());
            return selector == null
                    ? Stream.empty()
                    : unless(
                            labels(selector).keySet().equals(LASTING)
                                    && selector.getMatchExpressions().isEmpty(),
                            "selector is %s (expected: %s)".formatted(labels(selector), LASTING));
        });
    }

    private static LabelSelector selectorOf(HasMetadata owner) {
        return switch (owner) {
            case Deployment it -> it.getSpec().getSelector();
            case StatefulSet it -> it.getSpec().getSelector();
            default -> null;
        };
    }

    private static Map<String, String> labels(LabelSelector selector) {
        return Objects.requireNonNullElse(selector.getMatchLabels(), Map.of());
    }

    static Stream<String> strategies(List<HasMetadata> objects) {
        return check(objects, Deployment.class, it -> {
            var spec = it.getSpec();
            return Stream.concat(
                    Stream.of(
                                    between(spec.getReplicas(), 0, 1000, "replicas"),
                                    between(spec.getRevisionHistoryLimit(), 0, 1000, "revisionHistoryLimit"),
                                    between(spec.getMinReadySeconds(), 0, Integer.MAX_VALUE, "minReadySeconds"),
                                    unless(
                                            Objects.requireNonNullElse(spec.getProgressDeadlineSeconds(), 600)
                                                    > Objects.requireNonNullElse(spec.getMinReadySeconds(), 0),
                                            "progressDeadlineSeconds is not more than minReadySeconds"))
                            .flatMap(violations -> violations),
                    spec.getStrategy() == null ? Stream.empty() : strategy(it));
        });
    }

    private static Stream<String> strategy(Deployment deployment) {
        var strategy = deployment.getSpec().getStrategy();
        var rolling = strategy.getRollingUpdate();
        return Stream.of(
                        oneOf(strategy.getType(), List.of("RollingUpdate", "Recreate"), "strategy"),
                        unless(
                                !"Recreate".equals(strategy.getType()) || rolling == null,
                                "Recreate with rollingUpdate"),
                        unless(
                                rolling == null
                                        || !isZero(rolling.getMaxSurge())
                                        || !isZero(rolling.getMaxUnavailable()),
                                "maxSurge and maxUnavailable are both 0"))
                .flatMap(violations -> violations);
    }

    private static boolean isZero(IntOrString number) {
        return number != null && (Integer.valueOf(0).equals(number.getIntVal()) || "0%".equals(number.getStrVal()));
    }

    static Stream<String> statefulSets(List<HasMetadata> objects) {
        return check(
                objects,
                StatefulSet.class,
                it -> Stream.of(
                                between(it.getSpec().getReplicas(), 0, 1000, "replicas"),
                                oneOf(
                                        it.getSpec().getPodManagementPolicy(),
                                        List.of("OrderedReady", "Parallel"),
                                        "podManagementPolicy"),
                                it.getSpec().getUpdateStrategy() == null
                                        ? Stream.<String>empty()
                                        : oneOf(
                                                it.getSpec().getUpdateStrategy().getType(),
                                                List.of("RollingUpdate", "OnDelete"),
                                                "updateStrategy"),
                                unless(
                                        objects.stream()
                                                .filter(Service.class::isInstance)
                                                .map(Service.class::cast)
                                                .anyMatch(service -> service.getMetadata()
                                                                .getName()
                                                                .equals(it.getSpec()
                                                                        .getServiceName())
                                                        && "None"
                                                                .equals(service.getSpec()
                                                                        .getClusterIP())),
                                        "serviceName is no headless Service"))
                        .flatMap(violations -> violations));
    }

    static Stream<String> claims(List<HasMetadata> objects) {
        return Stream.concat(
                check(objects, PersistentVolumeClaim.class, WorkloadRules::wrong),
                check(
                        objects,
                        StatefulSet.class,
                        it -> it.getSpec().getVolumeClaimTemplates().stream().flatMap(WorkloadRules::wrong)));
    }

    private static Stream<String> wrong(PersistentVolumeClaim claim) {
        var spec = claim.getSpec();
        var storage = spec.getResources() == null || spec.getResources().getRequests() == null
                ? null
                : spec.getResources().getRequests().get("storage");
        return Stream.of(
                        unless(!spec.getAccessModes().isEmpty(), "no accessModes"),
                        spec.getAccessModes().stream()
                                .flatMap(mode -> oneOf(
                                        mode,
                                        List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"),
                                        "accessModes")),
                        unless(
                                storage != null
                                        && Syntax.isQuantity(storage)
                                        && Syntax.amount(storage).signum() > 0,
                                "storage is " + storage),
                        unless(
                                spec.getStorageClassName() == null || Syntax.isSubdomain(spec.getStorageClassName()),
                                "storageClassName"))
                .flatMap(violations -> violations);
    }

    static Stream<String> disruptionBudgets(List<HasMetadata> objects) {
        return check(
                objects,
                PodDisruptionBudget.class,
                it -> Stream.of(
                                unless(
                                        present(
                                                        it.getSpec().getMinAvailable(),
                                                        it.getSpec().getMaxUnavailable())
                                                == 1,
                                        "minAvailable or maxUnavailable, one of both"),
                                oneOf(
                                        it.getSpec().getUnhealthyPodEvictionPolicy(),
                                        List.of("IfHealthyBudget", "AlwaysAllow"),
                                        "unhealthyPodEvictionPolicy"),
                                unless(it.getSpec().getSelector() != null, "no selector"))
                        .flatMap(violations -> violations));
    }

    static Stream<String> autoscalers(List<HasMetadata> objects) {
        return check(objects, HorizontalPodAutoscaler.class, it -> {
            var spec = it.getSpec();
            var behavior = spec.getBehavior();
            return Stream.of(
                            between(spec.getMinReplicas(), 1, spec.getMaxReplicas(), "minReplicas"),
                            spec.getMetrics().stream().flatMap(WorkloadRules::wrong),
                            behavior == null
                                    ? Stream.<String>empty()
                                    : Stream.of(behavior.getScaleUp(), behavior.getScaleDown())
                                            .filter(Objects::nonNull)
                                            .flatMap(WorkloadRules::wrong))
                    .flatMap(violations -> violations);
        });
    }

    private static Stream<String> wrong(MetricSpec metric) {
        var resource = metric.getResource();
        var target = resource == null ? null : resource.getTarget();
        return unless(
                "Resource".equals(metric.getType())
                        && target != null
                        && switch (target.getType()) {
                            case "Utilization" -> target.getAverageUtilization() != null;
                            case "AverageValue" -> target.getAverageValue() != null;
                            default -> false;
                        }
                        && present(target.getAverageUtilization(), target.getAverageValue(), target.getValue()) == 1,
                "no metric: " + metric);
    }

    private static Stream<String> wrong(HPAScalingRules rules) {
        return Stream.concat(
                between(rules.getStabilizationWindowSeconds(), 0, 3600, "stabilizationWindowSeconds"),
                rules.getPolicies().stream()
                        .flatMap(policy -> Stream.of(
                                        oneOf(policy.getType(), List.of("Pods", "Percent"), "policy"),
                                        between(policy.getPeriodSeconds(), 1, 1800, "periodSeconds"),
                                        between(policy.getValue(), 1, Integer.MAX_VALUE, "value"))
                                .flatMap(violations -> violations)));
    }
}
