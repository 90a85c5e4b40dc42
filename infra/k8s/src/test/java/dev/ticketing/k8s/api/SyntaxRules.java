package dev.ticketing.k8s.api;

import static dev.ticketing.k8s.api.Checks.unless;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The syntax of names, labels and keys in all objects. */
final class SyntaxRules {

    private static final int MOST_OF_A_CONFIG_MAP = 1 << 20;
    private static final int MOST_ANNOTATIONS = 256 << 10;

    private SyntaxRules() {}

    static Stream<String> names(List<HasMetadata> objects) {
        var names = objects.stream()
                .map(it -> it.getKind() + " " + it.getMetadata().getNamespace() + "/"
                        + it.getMetadata().getName())
                .toList();
        return Stream.concat(
                Checks.unique(names, "object"),
                objects.stream()
                        .filter(it -> !isName(it))
                        .map(it -> "%s cannot be called %s"
                                .formatted(it.getKind(), it.getMetadata().getName())));
    }

    private static boolean isName(HasMetadata object) {
        var name = object.getMetadata().getName();
        return switch (object) {
            case Service it -> Syntax.isLabel(name) && !Character.isDigit(name.charAt(0));
            // pods are labelled with the name and a hash of ten characters
            case StatefulSet it -> Syntax.isLabel(name) && name.length() <= 52;
            case Deployment it -> Syntax.isSubdomain(name) && name.length() <= 63 - 17; // the pod's name has two hashes
            default -> Syntax.isSubdomain(name);
        };
    }

    static Stream<String> labels(List<HasMetadata> objects) {
        return Stream.concat(
                        objects.stream().map(HasMetadata::getMetadata),
                        Pods.of(objects).map(Pods::metadata))
                .filter(Objects::nonNull)
                .flatMap(it ->
                        Stream.concat(labels(it), annotations(it)).map(violation -> it.getName() + ": " + violation));
    }

    private static Stream<String> labels(ObjectMeta metadata) {
        return wrong(Objects.requireNonNullElse(metadata.getLabels(), Map.of()));
    }

    private static Stream<String> wrong(Map<String, String> labels) {
        return labels.entrySet().stream()
                .filter(label -> !Syntax.isQualifiedName(label.getKey()) || !Syntax.isLabelValue(label.getValue()))
                .map(label -> "no label: " + label);
    }

    private static Stream<String> annotations(ObjectMeta metadata) {
        var annotations = Objects.requireNonNullElse(metadata.getAnnotations(), Map.<String, String>of());
        return Stream.concat(
                annotations.keySet().stream()
                        .filter(key -> !Syntax.isQualifiedName(key))
                        .map(key -> "no annotation: " + key),
                unless(annotations.toString().length() <= MOST_ANNOTATIONS, "more than 256 KiB of annotations"));
    }

    static Stream<String> selectors(List<HasMetadata> objects) {
        return Stream.concat(
                objects.stream()
                        .flatMap(it -> selectorsOf(it)
                                .flatMap(selector -> wrong(selector)
                                        .map(violation -> it.getMetadata().getName() + ": " + violation))),
                Pods.check(
                        objects,
                        pods -> pods.spec().getTopologySpreadConstraints().stream()
                                .map(constraint -> constraint.getLabelSelector())
                                .flatMap(SyntaxRules::wrong)));
    }

    private static Stream<LabelSelector> selectorsOf(HasMetadata object) {
        return switch (object) {
            case Deployment it -> Stream.of(it.getSpec().getSelector());
            case StatefulSet it -> Stream.of(it.getSpec().getSelector());
            case PodDisruptionBudget it -> Stream.of(it.getSpec().getSelector());
            case NetworkPolicy it ->
                Stream.concat(
                        Stream.of(it.getSpec().getPodSelector()),
                        peers(it)
                                .flatMap(peer -> Stream.of(peer.getPodSelector(), peer.getNamespaceSelector()))
                                .filter(Objects::nonNull));
            default -> Stream.empty();
        };
    }

    private static Stream<NetworkPolicyPeer> peers(NetworkPolicy policy) {
        return Stream.concat(
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()));
    }

    private static Stream<String> wrong(LabelSelector selector) {
        return selector == null
                ? Stream.empty()
                : Stream.concat(
                        wrong(Objects.requireNonNullElse(selector.getMatchLabels(), Map.<String, String>of())),
                        selector.getMatchExpressions().stream()
                                .filter(asked -> !isRequirement(asked))
                                .map(asked -> "no requirement: " + asked));
    }

    private static boolean isRequirement(LabelSelectorRequirement asked) {
        var values = asked.getValues();
        return Syntax.isQualifiedName(asked.getKey())
                && values.stream().allMatch(Syntax::isLabelValue)
                && switch (asked.getOperator()) {
                    case "In", "NotIn" -> !values.isEmpty();
                    case "Exists", "DoesNotExist" -> values.isEmpty();
                    default -> false;
                };
    }

    static Stream<String> configurationKeys(List<HasMetadata> objects) {
        var ofMaps = objects.stream()
                .filter(ConfigMap.class::isInstance)
                .map(ConfigMap.class::cast)
                .flatMap(it -> Stream.concat(
                        it.getData().keySet().stream()
                                .filter(key -> !Syntax.isConfigurationKey(key))
                                .map(key -> "no key: " + key),
                        unless(it.getData().toString().length() < MOST_OF_A_CONFIG_MAP, "more than 1 MiB")));
        return Stream.concat(ofMaps, Pods.checkContainers(objects, (pods, container) -> keysOfSecrets(container)));
    }

    private static Stream<String> keysOfSecrets(Container container) {
        return container.getEnv().stream()
                .filter(env -> env.getValueFrom() != null && env.getValueFrom().getSecretKeyRef() != null)
                .map(env -> env.getValueFrom().getSecretKeyRef())
                .filter(ref -> ref.getKey() == null
                        || !Syntax.isConfigurationKey(ref.getKey())
                        || !Syntax.isSubdomain(ref.getName()))
                .map(ref -> "refers to no secret: " + ref);
    }
}
