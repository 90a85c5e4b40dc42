package dev.ticketing.k8s.api;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;

/** The syntax of names and amounts in Kubernetes: {@code k8s.io/apimachinery/pkg/util/validation}. */
final class Syntax {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String WORD = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final String QUANTITY = "\\d+(\\.\\d+)?([numkMGTPE]|[KMGTPE]i|[eE][-+]?\\d+)?";

    private Syntax() {}

    static boolean isLabel(String name) {
        return name != null && name.length() <= 63 && name.matches(LABEL);
    }

    static boolean isSubdomain(String name) {
        return name != null && name.length() <= 253 && name.matches(LABEL + "(\\." + LABEL + ")*");
    }

    static boolean isHost(String name) {
        return name == null || isSubdomain(name.startsWith("*.") ? name.substring(2) : name);
    }

    /** The key of a label or an annotation. */
    static boolean isQualifiedName(String key) {
        var slash = key.indexOf('/');
        var name = key.substring(slash + 1);
        return (slash < 0 || isSubdomain(key.substring(0, slash))) && name.length() <= 63 && name.matches(WORD);
    }

    static boolean isLabelValue(String value) {
        return value != null && value.length() <= 63 && value.matches("(" + WORD + ")?");
    }

    /** IANA's service names: 15 characters, one of them a letter. */
    static boolean isPortName(String name) {
        return name.length() <= 15 && name.matches(LABEL) && name.matches(".*[a-z].*") && !name.contains("--");
    }

    static boolean isConfigurationKey(String key) {
        return key.length() <= 253 && key.matches("[-._a-zA-Z0-9]+") && !key.equals(".") && !key.startsWith("..");
    }

    static boolean isVariable(String name) {
        return name != null && name.matches("[-._a-zA-Z][-._a-zA-Z0-9]*");
    }

    static boolean isQuantity(Quantity quantity) {
        return quantity.toString().matches(QUANTITY);
    }

    static BigDecimal amount(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }
}
