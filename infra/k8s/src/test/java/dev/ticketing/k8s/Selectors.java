package dev.ticketing.k8s;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;
import java.util.Objects;

/**
 * Label selectors as Kubernetes evaluates them: all conditions must match; an empty selector matches everything, a
 * missing one nothing.
 */
final class Selectors {

    private Selectors() {}

    static boolean matches(LabelSelector selector, Map<String, String> labels) {
        return selector != null
                && contains(labels, Objects.requireNonNullElse(selector.getMatchLabels(), Map.of()))
                && selector.getMatchExpressions().stream().allMatch(asked -> matches(asked, labels));
    }

    static boolean contains(Map<String, String> labels, Map<String, String> asked) {
        return labels.entrySet().containsAll(asked.entrySet());
    }

    private static boolean matches(LabelSelectorRequirement asked, Map<String, String> labels) {
        var value = labels.get(asked.getKey());
        return switch (asked.getOperator()) {
            case "In" -> asked.getValues().contains(value);
            case "NotIn" -> !asked.getValues().contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> throw new IllegalArgumentException(asked.getOperator());
        };
    }
}
